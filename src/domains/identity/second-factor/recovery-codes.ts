import { randomBytes } from 'node:crypto'
import { Secret } from 'otpauth'
import { hashRecoveryCode } from './check.ts'

const howMany = 10

/** Ten codes of 80 random bits in base32, in groups of four that are easy to copy; and what is kept of them. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: howMany }, () => {
    const { buffer } = Uint8Array.from(randomBytes(10))
    return new Secret({ buffer }).base32.match(/.{4}/g)!.join('-')
  })
  return { codes, hashes: codes.map(hashRecoveryCode) }
}
