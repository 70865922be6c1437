import { codeOfStatus, errorStatus, SnmpError } from './error.ts'
import type { Answered } from './flight.ts'
import type { Link } from './link.ts'
import { countThatFits, requestPdu, type RequestPdu } from './pdu.ts'
import type { SnmpValue } from './value.ts'

/** Requests of one call under way at once; the device's queue counts those of all calls. */
const lanes = 2
/** How often a device may fall silent within one call before it is taken for gone. */
const mostSilences = 2

/**
 * The values of these OIDs, in as few packets as the device takes. What it does not hold, refuses, or is silent for, is
 * marked so; every OID has its entry. @throws SnmpError where the device does not answer at all
 */
export async function getValues(
  link: Link,
  oids: readonly string[],
  { signal, heard }: GetOptions = {},
): Promise<Map<string, SnmpValue>> {
  const left = [...new Set(oids)]
  const work: Work = {
    link,
    signal,
    heard,
    left,
    small: [],
    values: new Map(),
    silences: 0,
    hasFailed: false,
  }
  const first = lane(work)
  // A second lane where one packet will not do, once the device has shown what it takes.
  const others =
    link.device.hasAnswered && work.left.length > 0 ? Array.from({ length: lanes - 1 }, () => lane(work)) : []
  await Promise.all([first, ...others])
  return work.values
}

export interface GetOptions {
  signal?: AbortSignal
  /** Learns of each packet that came: which OIDs it answers. What is counted over time is counted up to that moment. */
  heard?: (oids: readonly string[]) => void
}

interface Work {
  link: Link
  signal: AbortSignal | undefined
  heard: GetOptions['heard']
  left: string[]
  /** Parts of what failed as a whole, which are not to be put together again. */
  small: string[][]
  values: Map<string, SnmpValue>
  silences: number
  hasFailed: boolean
}

async function lane(work: Work): Promise<void> {
  try {
    for (let chunk = nextChunk(work); chunk.length > 0; chunk = nextChunk(work)) {
      const answered = await ask(work, chunk)
      if (answered) settle(work, chunk, answered)
      if (work.hasFailed) return
    }
  } catch (error) {
    // The other lane has nothing to go on for.
    work.hasFailed = true
    throw error
  }
}

function nextChunk({ link, left, small }: Work): string[] {
  const [part] = small
  const from = part ?? left
  const chunk = from.splice(0, countThatFits(from, link.device.gets.value))
  if (part?.length === 0) small.shift()
  return chunk
}

/** Undefined where the device is silent and the chunk goes back to what is left. */
async function ask(work: Work, chunk: string[]): Promise<Answered | undefined> {
  const { link, values } = work
  const { gets } = link.device
  const sizes = gets.ladder(chunk.length, link.attempts)
  const made = new Map<number, RequestPdu>()
  const pdu = (attempt: number) => {
    const size = sizes[attempt]!
    const before = made.get(size)
    if (before) return before
    const one = requestPdu('get', size === chunk.length ? chunk : chunk.slice(0, size))
    made.set(size, one)
    return one
  }
  try {
    return await link.ask(pdu, work.signal)
  } catch (error) {
    if (!isSilence(error)) throw error
    gets.distrust()
    // With one attempt nothing smaller was tried: the next call does.
    if (link.attempts === 1 && chunk.length > 1) gets.tooLarge(chunk.length)
    work.silences += 1
    if (values.size === 0 || work.silences > mostSilences) throw error
    // It answers others: this one variable may be what it chokes on.
    if (sizes.at(-1) === 1) values.set(chunk.shift()!, { type: 'error', value: null, code: error.code })
    if (chunk.length > 0) work.small.push(chunk)
    return undefined
  }
}

function isSilence(error: unknown): error is SnmpError {
  return error instanceof SnmpError && (error.code === 'timeout' || error.code === 'bad-answer')
}

/** Keeps what an answer gives, and puts back what it leaves open. */
function settle(work: Work, chunk: string[], { answer, asked, attempts }: Answered): void {
  const { gets, address } = work.link.device
  const size = asked.oids.length
  const rest = chunk.slice(size)
  if (rest.length > 0 && attempts > 1) gets.tooLarge(chunk.length)
  if (rest.length > 0) work.left.unshift(...rest)
  if (answer.errorStatus === errorStatus.none) return keep(work, asked, answer.oids, answer.values)
  if (answer.errorStatus === errorStatus.tooBig) {
    gets.tooLarge(size)
    return splitOrGiveUp(work, asked.oids, { type: 'error', value: null, code: 'too-big' })
  }
  if (answer.errorStatus === errorStatus.authorizationError) {
    throw new SnmpError('refused', `${address} does not authorize`, answer.errorStatus)
  }
  // Version 1 refuses the whole packet for one variable, and says which (RFC 1157, 4.1.2).
  const value: SnmpValue =
    answer.errorStatus === errorStatus.noSuchName
      ? { type: 'noSuchInstance', value: null }
      : { type: 'error', value: null, code: codeOfStatus(answer.errorStatus) }
  const bad = asked.oids[answer.errorIndex - 1]
  if (bad === undefined) return splitOrGiveUp(work, asked.oids, value)
  work.values.set(bad, value)
  const others = asked.oids.filter((oid) => oid !== bad)
  if (others.length > 0) work.small.push(others)
}

function keep(work: Work, asked: RequestPdu, oids: string[], values: SnmpValue[]): void {
  const { gets } = work.link.device
  work.heard?.(asked.oids)
  let missing: string[] | undefined
  asked.oids.forEach((oid, index) => {
    if (oids[index] === oid) work.values.set(oid, values[index]!)
    else (missing ??= []).push(oid)
  })
  // Agents exist that answer with fewer variables than they were asked for, or with others.
  if (!missing) return gets.fits(asked.oids.length)
  gets.tooLarge(asked.oids.length)
  splitOrGiveUp(work, missing, { type: 'error', value: null, code: 'bad-answer' })
}

function splitOrGiveUp(work: Work, oids: readonly string[], value: SnmpValue): void {
  if (oids.length === 1) return void work.values.set(oids[0]!, value)
  const middle = Math.ceil(oids.length / 2)
  work.small.push(oids.slice(0, middle), oids.slice(middle))
}
