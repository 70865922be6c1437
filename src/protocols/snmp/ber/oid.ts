import { SnmpError } from '../error.ts'
import { MalformedPacket } from './reader.ts'

/** SMIv2 allows 128 sub-identifiers of 32 bits (RFC 2578, 3.5). */
const mostArcs = 128
const largestArc = 0xffff_ffff

/** Room for 128 arcs of ten digits with their dots. */
const digits = Buffer.alloc(1_500)
/** Room for 128 arcs of five bytes, and a header of four. */
const octets = new Uint8Array(700)

/** The dotted form of the object identifier whose content is buf[start, stop). @throws MalformedPacket */
export function decodeOid(buf: Buffer, start: number, stop: number): string {
  let out = 0
  let arcs = 0
  for (let at = start; at < stop; arcs++) {
    let arc = 0
    let byte = 0x80
    while (byte & 0x80) {
      if (at >= stop) throw new MalformedPacket('an arc that does not end')
      byte = buf[at++]!
      arc = arc * 128 + (byte & 0x7f)
      if (arc > largestArc) throw new MalformedPacket('an arc of more than 32 bits')
    }
    if (arcs >= mostArcs) throw new MalformedPacket('more than 128 arcs')
    if (arcs === 0) {
      // The first two arcs share a number (X.690, 8.19.4).
      const root = arc < 40 ? 0 : arc < 80 ? 1 : 2
      digits[out++] = 0x30 + root
      arc -= root * 40
    }
    digits[out] = 0x2e
    out = writeNumber(out + 1, arc)
  }
  // Some agents send zeroDotZero without any byte.
  return out === 0 ? '0.0' : digits.toString('latin1', 0, out)
}

function writeNumber(at: number, value: number): number {
  let end = at + 1
  for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) end += 1
  for (let i = end - 1, rest = value; i >= at; i--) {
    const tenth = Math.floor(rest / 10)
    digits[i] = 0x30 + rest - tenth * 10
    rest = tenth
  }
  return end
}

/** The whole element (tag, length, content) of a dotted OID. @throws SnmpError bad-oid */
export function encodeOid(oid: string): Uint8Array {
  let out = 4
  let arcs = 0
  let root = 0
  for (let at = 0; at <= oid.length; arcs++) {
    let arc = 0
    const start = at
    for (; at < oid.length && oid.charCodeAt(at) !== 0x2e; at++) {
      const digit = oid.charCodeAt(at) - 0x30
      if (digit < 0 || digit > 9) throw badOid(oid)
      arc = arc * 10 + digit
    }
    const hasLeadingZero = at - start > 1 && oid.charCodeAt(start) === 0x30
    if (at === start || hasLeadingZero || arc > largestArc || arcs >= mostArcs) throw badOid(oid)
    at += 1
    if (arcs === 0) root = arc
    else out = writeArc(out, arcs === 1 ? root * 40 + arc : arc)
    if (root > 2 || (arcs === 1 && root < 2 && arc > 39)) throw badOid(oid)
  }
  if (arcs < 2) throw badOid(oid)
  return withHeader(out - 4)
}

function writeArc(at: number, arc: number): number {
  let end = at + 1
  for (let rest = arc; rest >= 128; rest = Math.floor(rest / 128)) end += 1
  let more = 0
  for (let i = end - 1, rest = arc; i >= at; i--) {
    octets[i] = (rest % 128) | more
    rest = Math.floor(rest / 128)
    more = 0x80
  }
  return end
}

function withHeader(length: number): Uint8Array {
  const header = length < 0x80 ? [0x06, length] : [0x06, 0x82, length >> 8, length & 0xff]
  const start = 4 - header.length
  octets.set(header, start)
  return octets.slice(start, 4 + length)
}

function badOid(oid: string): SnmpError {
  return new SnmpError('bad-oid', `not an object identifier: ${oid.slice(0, 60)}`)
}

/** The order of OIDs, arc by arc: negative where `one` comes before `other`, 0 where they are the same. */
export function compareOids(one: string, other: string): number {
  const shorter = Math.min(one.length, other.length)
  let at = 0
  while (at < shorter && one.charCodeAt(at) === other.charCodeAt(at)) at += 1
  if (at === one.length && at === other.length) return 0
  // Where one ends at the other's dot it is its ancestor; else the difference lies within an arc.
  if (at === shorter && (one.charCodeAt(at) === 0x2e || other.charCodeAt(at) === 0x2e)) {
    return one.length - other.length
  }
  const start = at === 0 ? 0 : one.lastIndexOf('.', at - 1) + 1
  return arcAt(one, start) - arcAt(other, start)
}

function arcAt(oid: string, start: number): number {
  let value = 0
  for (let at = start; at < oid.length; at++) {
    const digit = oid.charCodeAt(at) - 0x30
    if (digit < 0) break
    value = value * 10 + digit
  }
  return value
}
