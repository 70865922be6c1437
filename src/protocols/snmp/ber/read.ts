import type { SnmpValue } from '../value.ts'

/** Not BER, or not SNMP: the packet is dropped. */
export class MalformedPacket extends Error {}

const malformed = (what: string) => new MalformedPacket(what)

/** Reads BER (ITU-T X.690) straight from a packet; never beyond its end, whatever the lengths in it claim. */
export class BerReader {
  readonly buffer: Buffer
  offset: number
  readonly end: number

  constructor(buffer: Buffer, offset = 0, end = buffer.length) {
    this.buffer = buffer
    this.offset = offset
    this.end = end
  }

  get isDone(): boolean {
    return this.offset >= this.end
  }

  peek(): number {
    if (this.offset >= this.end) throw malformed('nothing more')
    return this.buffer[this.offset]!
  }

  /** The content's length after a tag and a length; the offset then stands at the content. */
  private length(): number {
    if (this.offset >= this.end) throw malformed('no length')
    const first = this.buffer[this.offset++]!
    let length = first
    if (first & 0x80) {
      const count = first & 0x7f
      // Four bytes hold more than any packet; indefinite lengths are not SNMP's (RFC 3417, 8).
      if (count === 0 || count > 4 || this.offset + count > this.end) throw malformed('length')
      length = 0
      for (let index = 0; index < count; index += 1) length = length * 256 + this.buffer[this.offset++]!
    }
    if (this.offset + length > this.end) throw malformed('longer than the packet')
    return length
  }

  /** A reader of what is inside the next element, which must have this tag. */
  inside(tag: number): BerReader {
    if (this.peek() !== tag) throw malformed(`expected tag ${tag}`)
    this.offset += 1
    const length = this.length()
    const inner = new BerReader(this.buffer, this.offset, this.offset + length)
    this.offset += length
    return inner
  }

  /** The same whatever the tag is. */
  any(): { tag: number; inner: BerReader } {
    const tag = this.peek()
    return { tag, inner: this.inside(tag) }
  }

  integer(tag = 0x02): number {
    if (this.peek() !== tag) throw malformed('expected an integer')
    this.offset += 1
    return this.signed(this.length())
  }

  octets(tag = 0x04): Buffer {
    const inner = this.inside(tag)
    return this.buffer.subarray(inner.offset, inner.end)
  }

  oid(): string {
    if (this.peek() !== 0x06) throw malformed('expected an OID')
    this.offset += 1
    return this.oidOf(this.length())
  }

  value(): SnmpValue {
    const tag = this.peek()
    this.offset += 1
    const length = this.length()
    const start = this.offset
    switch (tag) {
      case 0x02:
        return { type: 'integer', value: this.signed(length) }
      case 0x04:
        this.offset += length
        return { type: 'octets', value: this.buffer.subarray(start, start + length) }
      case 0x06:
        return { type: 'oid', value: this.oidOf(length) }
      case 0x40:
        this.offset += length
        return { type: 'address', value: [...this.buffer.subarray(start, start + length)].join('.') }
      case 0x41:
        return { type: 'counter32', value: this.unsigned32(length) }
      case 0x42:
        return { type: 'gauge32', value: this.unsigned32(length) }
      case 0x43:
        return { type: 'ticks', value: this.unsigned32(length) }
      case 0x44:
        this.offset += length
        return opaque(this.buffer.subarray(start, start + length))
      case 0x46:
        return { type: 'counter64', value: this.unsigned64(length) }
      default:
        this.offset += length
        return { type: missing[tag] ?? unknownTag(tag), value: null }
    }
  }

  private signed(length: number): number {
    if (length === 0 || length > 8) throw malformed('integer')
    let value = this.buffer[this.offset]! & 0x80 ? -1 : 0
    for (let index = 0; index < length; index += 1) value = value * 256 + this.buffer[this.offset++]!
    return value
  }

  /** Some devices leave away the zero byte that keeps the number positive, or send five bytes: only the low 32 count. */
  private unsigned32(length: number): number {
    if (length === 0 || length > 8) throw malformed('integer')
    let value = 0
    for (let index = 0; index < length; index += 1)
      value = (value * 256 + this.buffer[this.offset++]!) % 2 ** 40
    return value % 2 ** 32
  }

  private unsigned64(length: number): bigint {
    if (length === 0 || length > 9) throw malformed('counter')
    let high = 0
    let low = 0
    for (let index = 0; index < length; index += 1) {
      const byte = this.buffer[this.offset++]!
      if (length - index > 4) high = (high * 256 + byte) % 2 ** 32
      else low = low * 256 + byte
    }
    return high === 0 ? BigInt(low) : (BigInt(high) << 32n) | BigInt(low)
  }

  private oidOf(length: number): string {
    const stop = this.offset + length
    if (length === 0) return '0.0'
    let text = ''
    let part = 0
    let isFirst = true
    while (this.offset < stop) {
      const byte = this.buffer[this.offset++]!
      part = part * 128 + (byte & 0x7f)
      if (part > 0xffffffff + 80) throw malformed('OID')
      if (byte & 0x80) continue
      if (isFirst) {
        const root = part < 40 ? 0 : part < 80 ? 1 : 2
        text = `${root}.${part - root * 40}`
        isFirst = false
      } else text += `.${part}`
      part = 0
    }
    if (this.buffer[stop - 1]! & 0x80) throw malformed('OID')
    return text
  }
}

const missing: Record<number, 'null' | 'noSuchObject' | 'noSuchInstance' | 'endOfMibView'> = {
  0x05: 'null',
  0x80: 'noSuchObject',
  0x81: 'noSuchInstance',
  0x82: 'endOfMibView',
}

function unknownTag(tag: number): never {
  throw malformed(`tag ${tag}`)
}

/** Floats travel in an opaque: 9f 78 04 and four bytes, 9f 79 08 and eight. */
function opaque(content: Buffer): SnmpValue {
  if (content.length === 7 && content.readUIntBE(0, 3) === 0x9f7804)
    return { type: 'float', value: content.readFloatBE(3) }
  if (content.length === 11 && content.readUIntBE(0, 3) === 0x9f7908)
    return { type: 'double', value: content.readDoubleBE(3) }
  return { type: 'opaque', value: content }
}
