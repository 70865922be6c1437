import { decodeOid, encodeOid } from './oid.ts'

// Devices of one kind send the same object identifiers every minute: both directions remember them, within bounds.
const slots = 4_096
const slotBytes = 32
const mostEncoded = 50_000

const slab = new Uint8Array(slots * slotBytes)
const lengths = new Uint8Array(slots)
const texts: string[] = Array.from({ length: slots }, () => '')
const encoded = new Map<string, Uint8Array>()

/** As `decodeOid`, from a table of what was seen lately: the same string each time, without the work of making it. */
export function internOid(buf: Buffer, start: number, stop: number): string {
  const length = stop - start
  if (length > slotBytes || length === 0) return decodeOid(buf, start, stop)
  let hash = 0
  for (let at = start; at < stop; at++) hash = (Math.imul(hash, 31) + buf[at]!) | 0
  const slot = (hash ^ (hash >>> 12)) & (slots - 1)
  const base = slot * slotBytes
  if (lengths[slot] === length) {
    let same = 0
    while (same < length && slab[base + same] === buf[start + same]) same += 1
    if (same === length) return texts[slot]!
  }
  const text = decodeOid(buf, start, stop)
  for (let i = 0; i < length; i++) slab[base + i] = buf[start + i]!
  lengths[slot] = length
  texts[slot] = text
  return text
}

/** As `encodeOid`, remembered. The result is shared: not to be changed. */
export function encodedOid(oid: string): Uint8Array {
  const known = encoded.get(oid)
  if (known) return known
  const made = encodeOid(oid)
  if (encoded.size >= mostEncoded) encoded.clear()
  encoded.set(oid, made)
  return made
}
