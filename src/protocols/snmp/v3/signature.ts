import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto'
import type { AuthProtocol } from '../credential.ts'

/** Length of the signature in a message: RFC 3414 for MD5 and SHA-1, RFC 7860 for the others. */
const signatureBytes: Record<AuthProtocol, number> = {
  md5: 12,
  sha1: 12,
  sha224: 16,
  sha256: 24,
  sha384: 32,
  sha512: 48,
}

/** Signs and checks messages with one localised key. */
export interface Signer {
  readonly bytes: number
  /** Writes the signature into a message, where zeros stand for it. */
  sign(message: Buffer, at: number): void
  /** Whether the signature at this place is right. Leaves zeros in its place. */
  check(message: Buffer, at: number): boolean
}

export function createSigner(protocol: AuthProtocol, key: Buffer): Signer {
  const bytes = signatureBytes[protocol]
  // A key object: OpenSSL then prepares the key once, which is four fifths of the work.
  const secret = createSecretKey(key)
  const digest = (message: Buffer) => createHmac(protocol, secret).update(message).digest().subarray(0, bytes)
  return {
    bytes,
    sign(message, at) {
      digest(message).copy(message, at)
    },
    check(message, at) {
      const given = Buffer.from(message.subarray(at, at + bytes))
      message.fill(0, at, at + bytes)
      return given.length === bytes && timingSafeEqual(digest(message), given)
    },
  }
}
