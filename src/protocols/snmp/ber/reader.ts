/** Not BER, or not SNMP: the packet is dropped and counted. It never leaves the engine. */
export class MalformedPacket extends Error {}

/**
 * A cursor over one packet (ITU-T X.690 as RFC 3417, 8 restricts it). `end` is where the innermost open element ends:
 * nothing is ever read beyond it, whatever the lengths claim. Longer lengths than needed are understood, since agents
 * send them; indefinite ones are not SNMP's.
 */
export class BerReader {
  readonly buf: Buffer
  at = 0
  end: number

  constructor(buf: Buffer) {
    this.buf = buf
    this.end = buf.length
  }

  /** Reads a tag, which must be this one, and a length. Returns where the content ends; the cursor is at its start. */
  enter(tag: number): number {
    if (this.at >= this.end || this.buf[this.at] !== tag) throw new MalformedPacket(`expected tag ${tag}`)
    this.at += 1
    return this.stop()
  }

  /** The same for an element that all the rest lies in: its end becomes the end. */
  descend(tag: number): void {
    this.end = this.enter(tag)
  }

  /**
   * Opens the element that is the whole packet. A packet that was cut short on its way opens too, so that it can be
   * told whose it is: the element that was cut will not.
   */
  outermost(tag: number): void {
    if (this.at >= this.end || this.buf[this.at] !== tag) throw new MalformedPacket(`expected tag ${tag}`)
    this.at += 1
    const length = this.#length()
    this.end = Math.min(this.end, this.at + length)
  }

  /** Reads any tag and returns it; `stop` is to follow. */
  tag(): number {
    if (this.at >= this.end) throw new MalformedPacket('nothing more')
    return this.buf[this.at++]!
  }

  /** Reads the length that follows a tag. Returns where the content ends. */
  stop(): number {
    const length = this.#length()
    const stop = this.at + length
    if (stop > this.end) throw new MalformedPacket('longer than what it is in')
    return stop
  }

  #length(): number {
    if (this.at >= this.end) throw new MalformedPacket('no length')
    const first = this.buf[this.at++]!
    return first < 0x80 ? first : this.#longLength(first & 0x7f)
  }

  #longLength(count: number): number {
    // Four bytes hold more than any packet.
    if (count === 0 || count > 4 || this.at + count > this.end) throw new MalformedPacket('length')
    let length = 0
    for (let left = count; left > 0; left--) length = length * 256 + this.buf[this.at++]!
    return length
  }

  /** A whole INTEGER of at most 32 bits. */
  integer(): number {
    const stop = this.enter(0x02)
    const value = signed(this.buf, this.at, stop)
    this.at = stop
    return value
  }

  /** A whole OCTET STRING, as a view into the packet. */
  octets(): Buffer {
    const stop = this.enter(0x04)
    const value = this.buf.subarray(this.at, stop)
    this.at = stop
    return value
  }
}

/** A two's complement integer of 32 bits in buf[at, stop); no byte at all is 0, as some agents mean it. */
export function signed(buf: Buffer, at: number, stop: number): number {
  if (at === stop) return 0
  let value = (buf[at]! << 24) >> 24
  // Redundant sign bytes are understood; a number that does not fit is not.
  for (let next = at + 1; next < stop; next++) {
    if (value !== (value << 8) >> 8) throw new MalformedPacket('integer of more than 32 bits')
    value = (value << 8) | buf[next]!
  }
  return value
}

/** An unsigned number of 32 bits. Agents that leave away the leading zero byte are understood: no counter is negative. */
export function unsigned32(buf: Buffer, at: number, stop: number): number {
  const length = stop - at
  if (length === 4) {
    return ((buf[at]! << 24) | (buf[at + 1]! << 16) | (buf[at + 2]! << 8) | buf[at + 3]!) >>> 0
  }
  if (length > 4) {
    if (buf[at] !== 0) throw new MalformedPacket('counter of more than 32 bits')
    return unsigned32(buf, at + 1, stop)
  }
  let value = 0
  for (let next = at; next < stop; next++) value = (value << 8) | buf[next]!
  return value
}

// One allocation a bigint, instead of the three of shifting and adding.
const words = new Uint32Array(2)
const asUnsigned = new BigUint64Array(words.buffer)
const asSigned = new BigInt64Array(words.buffer)
const [lowWord, highWord] = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0]

/** An unsigned number of 64 bits. */
export function unsigned64(buf: Buffer, at: number, stop: number): bigint {
  for (; stop - at > 8; at++) if (buf[at] !== 0) throw new MalformedPacket('counter of more than 64 bits')
  fillWords(buf, at, stop, 0)
  return asUnsigned[0]!
}

/** A two's complement integer of 64 bits. */
export function signed64(buf: Buffer, at: number, stop: number): bigint {
  if (stop - at > 8) throw new MalformedPacket('integer of more than 64 bits')
  fillWords(buf, at, stop, at < stop && buf[at]! & 0x80 ? -1 : 0)
  return asSigned[0]!
}

function fillWords(buf: Buffer, at: number, stop: number, sign: number): void {
  let high = sign
  let low = sign
  for (; at < stop - 4; at++) high = (high << 8) | buf[at]!
  for (; at < stop; at++) low = (low << 8) | buf[at]!
  words[highWord!] = high
  words[lowWord!] = low
}
