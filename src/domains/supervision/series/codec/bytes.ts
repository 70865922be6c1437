/**
 * Bytes that grow while they are written. Integers are LEB128 varints: seven bits a byte, the lowest first. They may
 * have 53 bits, since JavaScript's numbers carry that many exactly; above 31 bits they are written by division, because
 * its bit operators stop there.
 */
export interface ByteWriter {
  byte(value: number): void
  /** A non-negative integer below 2^53. */
  varint(value: number): void
  /** An integer between -2^52 and 2^52, small magnitudes first (0, -1, 1, -2 …). */
  zigzag(value: number): void
  float(value: number): void
  /** What was written so far: a view, valid until the next write. */
  bytes(): Buffer
}

export function createWriter(capacity = 1_024): ByteWriter {
  let buffer = Buffer.allocUnsafe(capacity)
  let at = 0

  function room(bytes: number): void {
    if (at + bytes <= buffer.length) return
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, at + bytes))
    buffer.copy(larger, 0, 0, at)
    buffer = larger
  }

  function varint(value: number): void {
    room(8)
    let rest = value
    while (rest > 0x7fff_ffff) {
      buffer[at++] = (rest % 128) | 0x80
      rest = Math.floor(rest / 128)
    }
    while (rest > 0x7f) {
      buffer[at++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    buffer[at++] = rest
  }

  return {
    byte(value) {
      room(1)
      buffer[at++] = value
    },
    varint,
    zigzag: (value) => varint(value < 0 ? -2 * value - 1 : 2 * value),
    float(value) {
      room(8)
      at = buffer.writeDoubleLE(value, at)
    },
    bytes: () => buffer.subarray(0, at),
  }
}

/** Reads what a writer wrote. Every method throws a RangeError where the bytes end too early. */
export interface ByteReader {
  byte(): number
  varint(): number
  zigzag(): number
  float(): number
  isAtEnd(): boolean
}

export function createReader(bytes: Buffer): ByteReader {
  let at = 0

  function byte(): number {
    const value = bytes[at++]
    if (value === undefined) throw new RangeError('the encoded series ends too early')
    return value
  }

  function varint(): number {
    let value = byte()
    if (value < 0x80) return value
    value &= 0x7f
    let scale = 128
    for (;;) {
      const next = byte()
      value += (next & 0x7f) * scale
      if (next < 0x80) return value
      scale *= 128
      if (scale > 2 ** 56) throw new RangeError('an encoded integer is too long')
    }
  }

  return {
    byte,
    varint,
    zigzag() {
      const value = varint()
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2
    },
    float() {
      if (at + 8 > bytes.length) throw new RangeError('the encoded series ends too early')
      at += 8
      return bytes.readDoubleLE(at - 8)
    },
    isAtEnd: () => at >= bytes.length,
  }
}
