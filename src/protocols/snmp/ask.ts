import { MalformedPacket } from './ber/read.ts'
import { openMessage, readCommunityMessage, writeCommunityMessage } from './community.ts'
import type { SnmpCredential, SnmpUser } from './credential.ts'
import { SnmpError, type SnmpErrorCode } from './error.ts'
import type { Exchange } from './exchange.ts'
import type { AnswerPdu, RequestPdu } from './pdu.ts'
import type { EngineState } from './v3/engine-state.ts'
import { isAuthentic, openUserMessage, readScopedPdu, writeUserMessage } from './v3/message.ts'
import { reportCode } from './v3/report.ts'

/** Whom a request goes to, and how long it may take. */
export interface Target {
  address: string
  port: number
  credential: SnmpCredential
  timeoutMs: number
  retries: number
  /** Devices with several addresses may answer from another; only for those that are known for it. */
  anySource: boolean
  engine: EngineState
}

/** Sends one PDU and answers its response. @throws SnmpError */
export function ask(
  exchange: Exchange,
  target: Target,
  pdu: RequestPdu,
  signal?: AbortSignal,
): Promise<AnswerPdu> {
  const { credential } = target
  if (credential.version === '3') return askAsUser(exchange, target, credential, pdu, signal)
  return askWithCommunity(exchange, target, credential, pdu, signal)
}

/** The identifier in a packet, before it is known whose it is; undefined where it is not SNMP. */
export function packetId(packet: Buffer): number | undefined {
  try {
    const { version, message } = openMessage(packet)
    if (version === 3) return message.inside(0x30).integer()
    message.octets()
    return message.any().inner.integer()
  } catch (error) {
    if (error instanceof MalformedPacket) return undefined
    throw error
  }
}

async function askWithCommunity(
  exchange: Exchange,
  target: Target,
  credential: Exclude<SnmpCredential, SnmpUser>,
  pdu: RequestPdu,
  signal?: AbortSignal,
): Promise<AnswerPdu> {
  const id = exchange.newId()
  const packet = writeCommunityMessage(credential.version, credential.community, pdu, id)
  let answer: AnswerPdu | undefined
  await exchange.request({
    ...target,
    id,
    signal,
    packet: () => packet,
    take: (given) => {
      const { version, message } = openMessage(given)
      if (version !== (credential.version === '1' ? 0 : 1)) return false
      try {
        const read = readCommunityMessage(message).pdu
        if (read.kind !== 'response') return false
        answer = read
        return true
      } catch (error) {
        if (error instanceof MalformedPacket) return false
        throw error
      }
    },
  })
  return answer!
}

/** How often what an engine reports (its identity, its time) is taken up before giving up. */
const mostCorrections = 3

async function askAsUser(
  exchange: Exchange,
  target: Target,
  user: SnmpUser,
  pdu: RequestPdu,
  signal?: AbortSignal,
): Promise<AnswerPdu> {
  for (let round = 0; ; round += 1) {
    const { answer, report } = await exchangeOnce(exchange, target, user, pdu, signal)
    if (answer) return answer
    const isCorrected = report === 'unknown-engine' || report === 'not-in-time-window'
    if (!isCorrected || round >= mostCorrections)
      throw new SnmpError(
        report === 'unknown-engine' ? 'refused' : report!,
        `${target.address} reports ${report}`,
      )
  }
}

interface Outcome {
  answer?: AnswerPdu
  report?: SnmpErrorCode | 'unknown-engine'
}

/** A report that nobody signed may be forged: a real answer has this long to come first. */
const graceMs = 150

async function exchangeOnce(
  exchange: Exchange,
  target: Target,
  user: SnmpUser,
  pdu: RequestPdu,
  signal?: AbortSignal,
): Promise<Outcome> {
  const id = exchange.newId()
  const { engine } = target
  const outcome: Outcome = {}
  let hint: SnmpErrorCode | undefined
  const grace = new AbortController()
  const bothSignals = signal ? AbortSignal.any([signal, grace.signal]) : grace.signal
  let timer: NodeJS.Timeout | undefined
  try {
    await exchange.request({
      ...target,
      id,
      signal: bothSignals,
      packet: () => writeUserMessage(user, engine.view(), pdu, id),
      take: (given) => {
        const taken = takeUserAnswer(given, user, engine, outcome)
        if (taken === 'ends') return true
        if (taken === 'ignored') return false
        hint ??= taken
        timer ??= setTimeout(() => grace.abort(), graceMs)
        return false
      },
    })
  } catch (error) {
    if (hint && !signal?.aborted) return { report: hint }
    throw error
  } finally {
    clearTimeout(timer)
  }
  return outcome
}

/** `ends`: the outcome is there; a code: an unsigned report said so, which may be true; `ignored`: not ours. */
function takeUserAnswer(
  packet: Buffer,
  user: SnmpUser,
  engine: EngineState,
  outcome: Outcome,
): 'ends' | 'ignored' | SnmpErrorCode {
  try {
    const { version, message } = openMessage(packet)
    if (version !== 3) return 'ignored'
    const opened = openUserMessage(packet, message)
    const wantsAuth = user.level !== 'noAuthNoPriv'
    const authentic = wantsAuth && isAuthentic(opened, user)
    if (opened.hasAuth && !authentic) return 'ignored'
    if (!authentic && opened.hasPriv) return 'ignored'
    const { pdu } = readScopedPdu(opened, user)
    if (pdu.kind === 'report')
      return takeReport(
        reportCode(pdu.varbinds[0]?.oid),
        opened.engine,
        authentic,
        wantsAuth,
        engine,
        outcome,
      )
    if (wantsAuth && !authentic) return 'ignored'
    if (user.level === 'authPriv' && !opened.hasPriv) return 'ignored'
    if (!opened.engine.id.equals(engine.view().id)) return 'ignored'
    if (authentic && !engine.accept(opened.engine)) return 'ignored'
    outcome.answer = pdu
    return 'ends'
  } catch {
    // Not BER, not ours, or encrypted with another key: nothing that an answer of ours would be.
    return 'ignored'
  }
}

function takeReport(
  report: SnmpErrorCode | 'unknown-engine',
  said: { id: Buffer; boots: number; time: number },
  authentic: boolean,
  wantsAuth: boolean,
  engine: EngineState,
  outcome: Outcome,
): 'ends' | 'ignored' | SnmpErrorCode {
  if (report === 'unknown-engine') {
    // Discovery (RFC 3414, 4) is never signed; a forged identity only makes the next message be refused.
    if (said.id.length < 5 || said.id.length > 32 || said.id.equals(engine.view().id)) return 'ignored'
    engine.discover(said)
    outcome.report = report
    return 'ends'
  }
  if (report === 'not-in-time-window' && (authentic || !wantsAuth)) {
    engine.follow(said)
    outcome.report = report
    return 'ends'
  }
  if (authentic || !wantsAuth) {
    outcome.report = report
    return 'ends'
  }
  return report
}
