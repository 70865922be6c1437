import { createSealer, type Sealer } from '#kernel/crypto'

let held: { totp: Sealer } | undefined

/** Derives this domain's keys when the house starts. */
export function deriveKeys(masterKey: Buffer): void {
  held = { totp: createSealer(masterKey, 'identity/totp') }
}

export function keys(): { totp: Sealer } {
  if (!held) throw new Error('the house has not started')
  return held
}
