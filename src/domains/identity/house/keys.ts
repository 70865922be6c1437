import { createSealer, type Sealer } from '#kernel/crypto'

interface Keys {
  /** Shared secrets of authenticator apps, bound to their person. */
  totp: Sealer
  /** One-time links on their way to the mail, bound to their person. */
  link: Sealer
  /** Addresses that somebody typed as his, bound to the event that tells of them. */
  email: Sealer
}

let held: Keys | undefined

/** Derives this domain's keys when the house starts. */
export function deriveKeys(masterKey: Buffer): void {
  held = {
    totp: createSealer(masterKey, 'identity/totp'),
    link: createSealer(masterKey, 'identity/link'),
    email: createSealer(masterKey, 'identity/email'),
  }
}

export function keys(): Keys {
  if (!held) throw new Error('the house has not started')
  return held
}
