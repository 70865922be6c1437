import { BerReader } from '../ber/reader.ts'
import type { SnmpUser } from '../credential.ts'
import { SnmpError } from '../error.ts'
import { discoveryPdu, openPdu, readAnswer, type AnswerPdu } from '../pdu.ts'
import type { Asking, Outcome, Security } from '../security.ts'
import type { EngineState } from './engine-state.ts'
import { openUserMessage, writeUserMessage, type OpenedMessage } from './message.ts'
import { reportCode } from './report.ts'
import { userKeys, type UserKeys } from './user-keys.ts'

const nothing = Buffer.alloc(0)
const noKeys: UserKeys = { signer: undefined, privacy: undefined }

/** The user-based security model (RFC 3414), towards the engine behind one address. */
export function userSecurity(user: SnmpUser, engine: EngineState, address: string): Security {
  const name = Buffer.from(user.user, 'utf8')
  const context = Buffer.from(user.context ?? '', 'utf8')
  let keys = noKeys
  let keysOf: Buffer = nothing

  /** Kept here too, as looking them up costs a digest. */
  function keysFor(engineId: Buffer): UserKeys {
    if (keysOf !== engineId) {
      keys = userKeys(user, engineId)
      keysOf = engineId
    }
    return keys
  }

  function seal(asking: Asking): Buffer {
    const view = engine.view()
    const ours = { messageId: asking.id, engine: view, keys: keysFor(view.id) }
    asking.isProbe = view.id.length === 0
    if (!asking.isProbe) return writeUserMessage({ ...ours, user: name, context }, asking.asked)
    return writeUserMessage({ ...ours, user: nothing, context: nothing, keys: noKeys }, discoveryPdu)
  }

  function open(reader: BerReader, asking: Asking): Outcome | undefined {
    const opened = openUserMessage(reader)
    const view = engine.view()
    const isOurs = view.id.length > 0 && opened.engine.id.equals(view.id)
    const mine = isOurs ? keysFor(view.id) : noKeys
    const isSigned = isSignedBy(mine, opened, reader.buf)
    // A flag that promises what we cannot confirm is a forgery, or an answer to another user.
    if (opened.hasAuth && !isSigned) return undefined
    if (opened.hasPriv && !isSigned) return undefined
    const answer = readData(reader, opened, mine, asking)
    if (!answer) return undefined
    if (answer.kind === 'report') return takeReport(answer, opened, isSigned, asking)
    if (!isOurs || (mine.signer && !isSigned) || (mine.privacy && !opened.hasPriv)) return undefined
    if (isSigned && !engine.accept(opened.engine)) return undefined
    return { kind: 'answer', answer }
  }

  function takeReport(
    report: AnswerPdu,
    { engine: said }: OpenedMessage,
    isSigned: boolean,
    { isProbe }: Asking,
  ): Outcome {
    const code = reportCode(report.oids[0])
    // Without keys nothing will ever be signed: there is nothing better to wait for.
    const isBest = isSigned || (user.level === 'noAuthNoPriv' && !engine.isConfirmed())
    const failure = (): Outcome & { kind: 'failure' } => ({
      kind: 'failure',
      error: new SnmpError(code, `${address} reports ${code}`),
    })
    if (code === 'unknown-engine' && said.id.length >= 5 && said.id.length <= 32) {
      const adopt = (): { kind: 'again' } => {
        if (!said.id.equals(engine.view().id)) engine.discover(said)
        return { kind: 'again' }
      }
      // Another request may have learned of the engine while this one was on its way to ask.
      const isExpected = isProbe && (!engine.isConfirmed() || said.id.equals(engine.view().id))
      return isExpected || !engine.isConfirmed() ? adopt() : { kind: 'doubt', believe: adopt }
    }
    if (code === 'not-in-time-window' && isSigned) {
      engine.follow(said)
      return { kind: 'again' }
    }
    return isBest ? failure() : { kind: 'doubt', believe: failure }
  }

  return { version: 3, isRepeatable: false, seal, open }
}

function isSignedBy({ signer }: UserKeys, opened: OpenedMessage, packet: Buffer): boolean {
  if (!opened.hasAuth || !signer || opened.signatureBytes !== signer.bytes) return false
  return signer.check(packet, opened.signatureAt)
}

function readData(
  reader: BerReader,
  opened: OpenedMessage,
  { privacy }: UserKeys,
  { id, asked }: Asking,
): AnswerPdu | undefined {
  let scoped = reader
  if (opened.hasPriv) {
    if (!privacy) return undefined
    scoped = new BerReader(privacy.decrypt(opened.engine, opened.salt, reader.octets()))
  }
  scoped.descend(0x30)
  scoped.octets()
  scoped.octets()
  const { kind, requestId } = openPdu(scoped)
  // An engine that cannot read a request reports without its identifier; the message's has been compared.
  if (kind === 'response' && requestId !== id) return undefined
  return readAnswer(scoped, kind, asked)
}
