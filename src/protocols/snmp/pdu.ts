import type { BerReader } from './ber/read.ts'
import { MalformedPacket } from './ber/read.ts'
import type { BerWriter } from './ber/write.ts'
import type { Varbind } from './value.ts'

/** The kinds of PDU that a manager sends and receives (RFC 3416, 3), by their tag. */
export const pduTag = { get: 0xa0, getNext: 0xa1, response: 0xa2, getBulk: 0xa5, report: 0xa8 } as const

export interface RequestPdu {
  kind: 'get' | 'getNext' | 'getBulk'
  oids: readonly string[]
  /** GETBULK only. */
  maxRepetitions?: number
}

export interface AnswerPdu {
  kind: 'response' | 'report'
  requestId: number
  errorStatus: number
  errorIndex: number
  varbinds: Varbind[]
}

export function writePdu(writer: BerWriter, pdu: RequestPdu, requestId: number): void {
  const end = writer.length
  for (let index = pdu.oids.length - 1; index >= 0; index -= 1) {
    const one = writer.length
    writer.null()
    writer.oid(pdu.oids[index]!)
    writer.header(0x30, one)
  }
  writer.header(0x30, end)
  // In a GETBULK these two are non-repeaters and max-repetitions.
  writer.integer(pdu.kind === 'getBulk' ? (pdu.maxRepetitions ?? 10) : 0)
  writer.integer(0)
  writer.integer(requestId)
  writer.header(pduTag[pdu.kind], end)
}

export function readPdu(reader: BerReader): AnswerPdu {
  const { tag, inner } = reader.any()
  if (tag !== pduTag.response && tag !== pduTag.report) throw new MalformedPacket(`PDU ${tag}`)
  const requestId = inner.integer()
  const errorStatus = inner.integer()
  const errorIndex = inner.integer()
  const list = inner.inside(0x30)
  const varbinds: Varbind[] = []
  while (!list.isDone) {
    const one = list.inside(0x30)
    varbinds.push({ oid: one.oid(), value: one.value() })
  }
  return { kind: tag === pduTag.report ? 'report' : 'response', requestId, errorStatus, errorIndex, varbinds }
}
