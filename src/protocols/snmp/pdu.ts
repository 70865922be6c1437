import { encodedOid, internOid } from './ber/oid-cache.ts'
import { MalformedPacket, type BerReader } from './ber/reader.ts'
import { readValue } from './ber/value.ts'
import type { BerWriter } from './ber/writer.ts'
import type { SnmpValue } from './value.ts'

/** The PDUs of a manager (RFC 3416, 3), by their tag. */
const requestTag = { get: 0xa0, getNext: 0xa1, getBulk: 0xa5 } as const
const responseTag = 0xa2
const reportTag = 0xa8

export interface RequestPdu {
  kind: keyof typeof requestTag
  oids: readonly string[]
  /** The names as they are sent. */
  names: readonly Uint8Array[]
  /** Of a GETBULK. */
  repetitions: number
}

export interface AnswerPdu {
  kind: 'response' | 'report'
  errorStatus: number
  /** From 1; 0 where the error is of no variable in particular. */
  errorIndex: number
  oids: string[]
  values: SnmpValue[]
}

/** @throws SnmpError bad-oid */
export function requestPdu(kind: RequestPdu['kind'], oids: readonly string[], repetitions = 0): RequestPdu {
  return { kind, oids, names: oids.map(encodedOid), repetitions }
}

/** A request of this size and its headers pass every network without being cut. */
const mostNameBytes = 1_250

/** How many of these names, from the first and at most so many, a request holds; at least one. @throws SnmpError bad-oid */
export function countThatFits(oids: readonly string[], most: number): number {
  let bytes = 0
  let count = 0
  while (count < oids.length && count < most) {
    bytes += encodedOid(oids[count]!).length + 4
    if (bytes > mostNameBytes && count > 0) break
    count += 1
  }
  return count
}

/** What asks an engine who it is (RFC 3414, 4): it names nothing, as it travels in the clear. */
export const discoveryPdu: RequestPdu = requestPdu('get', [])

export function writePdu(writer: BerWriter, pdu: RequestPdu, requestId: number): void {
  const end = writer.at
  for (let index = pdu.names.length - 1; index >= 0; index--) writer.variable(pdu.names[index]!)
  writer.header(0x30, end)
  // In a GETBULK these two are non-repeaters and max-repetitions.
  writer.integer(pdu.repetitions)
  writer.integer(0)
  writer.integer(requestId)
  writer.header(requestTag[pdu.kind], end)
}

/** Opens the PDU that the reader stands at and reads its request-id. @throws MalformedPacket */
export function openPdu(reader: BerReader): { kind: AnswerPdu['kind']; requestId: number } {
  const tag = reader.tag()
  if (tag !== responseTag && tag !== reportTag) throw new MalformedPacket(`PDU ${tag}`)
  reader.end = reader.stop()
  return { kind: tag === reportTag ? 'report' : 'response', requestId: reader.integer() }
}

/**
 * Reads what follows the request-id. `asked` is what the answer is to: a name that comes back where it was asked is
 * compared, not decoded. @throws MalformedPacket
 */
export function readAnswer(reader: BerReader, kind: AnswerPdu['kind'], asked: RequestPdu): AnswerPdu {
  const errorStatus = reader.integer()
  const errorIndex = reader.integer()
  const end = reader.enter(0x30)
  const oids: string[] = []
  const values: SnmpValue[] = []
  const { buf } = reader
  while (reader.at < end) {
    reader.end = end
    const stop = reader.enter(0x30)
    reader.end = stop
    const start = readName(reader, asked, oids)
    reader.at = start + 1
    if (start >= stop) throw new MalformedPacket('no value')
    const valueStop = reader.stop()
    values.push(readValue(buf, buf[start]!, start, reader.at, valueStop))
    reader.at = stop
  }
  return { kind, errorStatus, errorIndex, oids, values }
}

/** Reads a name into `oids`. Returns where its value begins. */
function readName(reader: BerReader, asked: RequestPdu, oids: string[]): number {
  const { buf, at, end } = reader
  const index = oids.length
  if (index < asked.names.length) {
    const name = asked.names[index]!
    const { length } = name
    if (at + length <= end) {
      // From its end, where names differ.
      let left = length - 1
      while (left >= 0 && buf[at + left] === name[left]) left -= 1
      if (left < 0) {
        oids.push(asked.oids[index]!)
        return at + length
      }
    }
  }
  const stop = reader.enter(0x06)
  oids.push(internOid(buf, reader.at, stop))
  return stop
}
