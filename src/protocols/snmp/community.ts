import type { BerReader } from './ber/reader.ts'
import { BerWriter } from './ber/writer.ts'
import { openPdu, readAnswer, writePdu } from './pdu.ts'
import type { Asking, Outcome, Security } from './security.ts'

const writer = new BerWriter()

/** Messages of SNMPv1 and v2c (RFC 1157, RFC 3417): version, community, PDU. */
export function communitySecurity(version: '1' | '2c', community: string): Security {
  const number = version === '1' ? 0 : 1
  const secret = Buffer.from(community, 'utf8')
  return {
    version: number,
    isRepeatable: true,
    seal({ asked, id }: Asking): Buffer {
      writer.start()
      const end = writer.at
      writePdu(writer, asked, id)
      writer.octets(secret)
      writer.integer(number)
      writer.header(0x30, end)
      return writer.finish()
    },
    // Some agents answer under another community than they were asked with: it is not compared.
    open(reader: BerReader, { id, asked }: Asking): Outcome | undefined {
      reader.octets()
      const { kind, requestId } = openPdu(reader)
      if (kind !== 'response' || requestId !== id) return undefined
      return { kind: 'answer', answer: readAnswer(reader, kind, asked) }
    },
  }
}
