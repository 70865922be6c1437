/** The largest UDP payload over IPv4. */
export const mostPacketBytes = 65_507

/**
 * Writes a packet from its end to its beginning, so that every length is known when it is written. The buffer is made
 * once and used for every packet: `finish` copies the packet out.
 */
export class BerWriter {
  readonly buf = Buffer.alloc(mostPacketBytes)
  /** Where the last byte written stands. */
  at = mostPacketBytes

  start(): this {
    this.at = mostPacketBytes
    return this
  }

  /** Tag and length before the content written since the cursor stood at `end`. */
  header(tag: number, end: number): void {
    const length = end - this.at
    if (length < 0x80) {
      this.buf[--this.at] = length
    } else {
      let count = 0
      for (let rest = length; rest > 0; rest >>>= 8, count++) this.buf[--this.at] = rest & 0xff
      this.buf[--this.at] = 0x80 | count
    }
    this.buf[--this.at] = tag
  }

  /** A signed integer of 32 bits, in as few bytes as it takes. */
  integer(value: number): void {
    const end = this.at
    let rest = value
    for (;;) {
      const byte = rest & 0xff
      this.buf[--this.at] = byte
      rest >>= 8
      if (rest === (byte & 0x80 ? -1 : 0)) break
    }
    this.header(0x02, end)
  }

  octets(content: Uint8Array): void {
    const end = this.at
    this.bytes(content)
    this.header(0x04, end)
  }

  bytes(content: Uint8Array): void {
    this.at -= content.length
    this.buf.set(content, this.at)
  }

  /** A variable that asks: its name (a whole element) and NULL. */
  variable(name: Uint8Array): void {
    const { buf } = this
    const end = this.at
    buf[end - 1] = 0
    buf[end - 2] = 0x05
    const start = end - 2 - name.length
    // Copying so few bytes costs less here than in a call.
    for (let i = 0; i < name.length; i++) buf[start + i] = name[i]!
    this.at = start
    this.header(0x30, end)
  }

  /** A copy of what was written since the cursor stood at `end`. */
  finish(end: number = mostPacketBytes): Buffer {
    return Buffer.from(this.buf.subarray(this.at, end))
  }
}
