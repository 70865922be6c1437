import type { SnmpValue } from '../value.ts'
import { internOid } from './oid-cache.ts'
import { MalformedPacket, signed, signed64, unsigned32, unsigned64 } from './reader.ts'

/** The value whose tag is `tag` and whose content is buf[at, stop); `start` is where its tag stands. */
export function readValue(buf: Buffer, tag: number, start: number, at: number, stop: number): SnmpValue {
  switch (tag) {
    case 0x02:
      return { type: 'integer', value: signed(buf, at, stop) }
    case 0x04:
      return { type: 'octets', value: buf.subarray(at, stop) }
    case 0x06:
      return { type: 'oid', value: internOid(buf, at, stop) }
    case 0x40:
      return readAddress(buf, at, stop)
    case 0x41:
      return { type: 'counter32', value: unsigned32(buf, at, stop) }
    // 0x47 is UInteger32 of the first SNMPv2, which RFC 1902 made into Gauge32.
    case 0x42:
    case 0x47:
      return { type: 'gauge32', value: unsigned32(buf, at, stop) }
    case 0x43:
      return { type: 'ticks', value: unsigned32(buf, at, stop) }
    case 0x46:
      return { type: 'counter64', value: unsigned64(buf, at, stop) }
    default:
      return readRare(buf, tag, start, at, stop)
  }
}

function readRare(buf: Buffer, tag: number, start: number, at: number, stop: number): SnmpValue {
  switch (tag) {
    case 0x05:
      return { type: 'null', value: null }
    case 0x80:
      return { type: 'noSuchObject', value: null }
    case 0x81:
      return { type: 'noSuchInstance', value: null }
    case 0x82:
      return { type: 'endOfMibView', value: null }
    case 0x44:
      return readOpaque(buf, at, stop)
    // BIT STRING and NsapAddress, both of the first SNMPv2.
    case 0x03:
    case 0x45:
      return { type: 'octets', value: buf.subarray(at, stop) }
    default:
      // A tag of several bytes would make what follows it unreadable.
      if ((tag & 0x1f) === 0x1f) throw new MalformedPacket(`tag ${tag}`)
      return { type: 'opaque', value: buf.subarray(start, stop) }
  }
}

function readAddress(buf: Buffer, at: number, stop: number): SnmpValue {
  if (stop - at !== 4) return { type: 'octets', value: buf.subarray(at, stop) }
  return { type: 'address', value: `${buf[at]}.${buf[at + 1]}.${buf[at + 2]}.${buf[at + 3]}` }
}

/** An Opaque holds BER of its own: 9f and a kind, a length, the number. */
function readOpaque(buf: Buffer, at: number, stop: number): SnmpValue {
  const first = at + 3
  const length = stop - first
  if (length >= 0 && buf[at] === 0x9f && buf[at + 2] === length) {
    const kind = buf[at + 1]
    if (kind === 0x78 && length === 4) return { type: 'float', value: buf.readFloatBE(first) }
    if (kind === 0x79 && length === 8) return { type: 'double', value: buf.readDoubleBE(first) }
    if (kind === 0x76 || kind === 0x7b) return { type: 'counter64', value: unsigned64(buf, first, stop) }
    if (kind === 0x7a) return { type: 'integer64', value: signed64(buf, first, stop) }
  }
  return { type: 'opaque', value: buf.subarray(at, stop) }
}
