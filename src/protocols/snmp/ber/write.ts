import type { SnmpValue } from '../value.ts'

/**
 * Writes BER (ITU-T X.690) from the last byte to the first, so that every length is known when it is written. Grows
 * where the buffer is too small.
 */
export class BerWriter {
  private buffer = Buffer.allocUnsafe(1_500)
  private start = this.buffer.length

  /** Bytes written so far: the end of the message is position 0. */
  get length(): number {
    return this.buffer.length - this.start
  }

  bytes(content: Uint8Array): void {
    this.room(content.length)
    this.start -= content.length
    this.buffer.set(content, this.start)
  }

  byte(value: number): void {
    this.room(1)
    this.buffer[--this.start] = value
  }

  /** Tag and length before the content written since `end` (an earlier `length`). */
  header(tag: number, end: number): void {
    let size = this.length - end
    if (size < 0x80) this.byte(size)
    else {
      let count = 0
      for (; size > 0; size = Math.floor(size / 256)) {
        this.byte(size & 0xff)
        count += 1
      }
      this.byte(0x80 | count)
    }
    this.byte(tag)
  }

  /** A signed integer in as few bytes as it takes. */
  integer(value: number, tag = 0x02): void {
    const end = this.length
    let rest = value
    do {
      this.byte(rest & 0xff)
      rest = Math.floor(rest / 256)
    } while (rest !== 0 && rest !== -1)
    const top = this.buffer[this.start]!
    if (rest === 0 && top & 0x80) this.byte(0)
    else if (rest === -1 && !(top & 0x80)) this.byte(0xff)
    this.header(tag, end)
  }

  octets(content: Uint8Array, tag = 0x04): void {
    const end = this.length
    this.bytes(content)
    this.header(tag, end)
  }

  oid(oid: string): void {
    const end = this.length
    const parts = oid.split('.')
    for (let index = parts.length - 1; index >= 2; index -= 1) this.subidentifier(Number(parts[index]))
    this.subidentifier(Number(parts[0]) * 40 + Number(parts[1] ?? 0))
    this.header(0x06, end)
  }

  private subidentifier(value: number): void {
    let rest = value
    this.byte(rest & 0x7f)
    for (rest = Math.floor(rest / 128); rest > 0; rest = Math.floor(rest / 128))
      this.byte((rest & 0x7f) | 0x80)
  }

  null(tag = 0x05): void {
    this.byte(0)
    this.byte(tag)
  }

  /** A variable's value, for agents that tests are made of and for SET. */
  value(value: SnmpValue): void {
    switch (value.type) {
      case 'integer':
        return this.integer(value.value)
      case 'counter32':
        return this.integer(value.value, 0x41)
      case 'gauge32':
        return this.integer(value.value, 0x42)
      case 'ticks':
        return this.integer(value.value, 0x43)
      case 'octets':
        return this.octets(value.value)
      case 'oid':
        return this.oid(value.value)
      default:
        return this.null()
    }
  }

  /** A copy of the message. */
  finish(): Buffer {
    return Buffer.from(this.buffer.subarray(this.start))
  }

  private room(size: number): void {
    if (this.start >= size) return
    const larger = Buffer.allocUnsafe(this.buffer.length * 2 + size)
    const start = larger.length - this.length
    this.buffer.copy(larger, start, this.start)
    this.buffer = larger
    this.start = start
  }
}
