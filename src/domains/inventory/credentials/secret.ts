import { z } from 'zod'
import { createSealer, type Sealer } from '#kernel/crypto'

/** The secret part of an SNMP credential: a community, or the keys of a version 3 user. */
export const SnmpSecret = z.strictObject({
  community: z.string().min(1).max(255).optional(),
  authKey: z.string().min(8).max(255).optional(),
  privKey: z.string().min(8).max(255).optional(),
})
export type SnmpSecret = z.output<typeof SnmpSecret>

let sealer: Sealer | undefined

/** Called when the house starts. */
export function deriveCredentialKey(masterKey: Buffer): void {
  sealer = createSealer(masterKey, 'inventory/credentials')
}

export function sealSecret(id: string, secret: SnmpSecret): Buffer {
  return held().seal(JSON.stringify(secret), id)
}

export function openSecret(id: string, sealed: Buffer): SnmpSecret {
  return SnmpSecret.parse(JSON.parse(held().open(sealed, id)))
}

function held(): Sealer {
  if (!sealer) throw new Error('the house has not started')
  return sealer
}
