import { createHmac } from 'node:crypto'

/** An entry as it is sealed: every column, texts as PostgreSQL normalises them. */
export interface SealedEntry {
  id: string
  at: string
  actor_kind: string
  actor_id: string | null
  actor_name: string
  signed_by: string | null
  address: string
  operation: string
  organisation_id: string | null
  place_id: string | null
  subject_type: string
  subject_id: string | null
  subject_name: string | null
  changes: string
  detail: string
}

/** The columns in the order in which they are sealed; never change it: old seals would no longer hold. */
const order = [
  'id',
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'signed_by',
  'address',
  'operation',
  'organisation_id',
  'place_id',
  'subject_type',
  'subject_id',
  'subject_name',
  'changes',
  'detail',
] as const

export const firstHash = Buffer.alloc(32)

/**
 * The seal of an entry: HMAC-SHA-256 over the seal before, the position and the entry, under a key derived from the
 * master key, so that who holds the database alone cannot make the chain anew.
 */
export function sealOf(key: Buffer, before: Buffer, position: number, entry: SealedEntry): Buffer {
  return createHmac('sha256', key)
    .update(before)
    .update(JSON.stringify([position, ...order.map((column) => entry[column])]))
    .digest()
}
