import { BerReader } from './ber/read.ts'
import { BerWriter } from './ber/write.ts'
import { readPdu, writePdu, type AnswerPdu, type RequestPdu } from './pdu.ts'

/** A message of SNMPv1 or v2c (RFC 1157, RFC 3417): version, community, PDU. */
export function writeCommunityMessage(
  version: '1' | '2c',
  community: string,
  pdu: RequestPdu,
  requestId: number,
): Buffer {
  const writer = new BerWriter()
  writePdu(writer, pdu, requestId)
  writer.octets(Buffer.from(community, 'utf8'))
  writer.integer(version === '1' ? 0 : 1)
  writer.header(0x30, 0)
  return writer.finish()
}

/** What follows the version in a message of v1 or v2c. @throws MalformedPacket */
export function readCommunityMessage(message: BerReader): { community: Buffer; pdu: AnswerPdu } {
  return { community: message.octets(), pdu: readPdu(message) }
}

/** The version of a packet (0, 1, 3) and a reader of what follows it. @throws MalformedPacket */
export function openMessage(packet: Buffer): { version: number; message: BerReader } {
  const message = new BerReader(packet).inside(0x30)
  return { version: message.integer(), message }
}
