import { createHash, randomBytes } from 'node:crypto'

/** A new bearer secret: a readable prefix (so that leaks can be found by scanners) and 256 random bits. */
export function newToken(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** What is kept of a bearer secret. Its entropy makes a slow hash needless. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
