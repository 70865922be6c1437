import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Secrets at rest: AES-256-GCM under a key derived from the master key for one purpose, bound to the row it belongs to
 * (as additional data), so that a sealed value copied to another row does not open.
 * Layout: 1 byte version, 12 bytes nonce, 16 bytes tag, ciphertext.
 */
export interface Sealer {
  seal(plaintext: string, boundTo: string): Buffer
  /** Throws when the value was changed, belongs to another row, or another master key sealed it. */
  open(sealed: Buffer, boundTo: string): string
}

const version = 1

export function createSealer(masterKey: Buffer, purpose: string): Sealer {
  if (masterKey.length !== 32) throw new Error('the master key must have 32 bytes')
  const key = Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), `vigie/${purpose}`, 32))
  return {
    seal(plaintext, boundTo) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(Buffer.from(boundTo))
      const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), body])
    },
    open(sealed, boundTo) {
      if (sealed[0] !== version || sealed.length < 29) throw new Error('not a sealed value')
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
      decipher.setAAD(Buffer.from(boundTo))
      decipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
    },
  }
}
