import { randomFillSync } from 'node:crypto'
import { nowMs } from './clock.ts'

const bytes = Buffer.alloc(16)

/** A UUID version 7 (RFC 9562): ordered by time of creation, so that indexes stay compact. */
export function newId(): string {
  randomFillSync(bytes)
  bytes.writeUIntBE(nowMs(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
