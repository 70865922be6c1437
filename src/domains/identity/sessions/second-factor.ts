import { createHash } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { keys } from '../keys.ts'
import type { IdentityTables } from '../tables.ts'

const periodSeconds = 30

interface Holder {
  id: string
  totp_sealed: Buffer | null
  totp_confirmed_at: string | null
  totp_last_step: number | null
  recovery_hashes: string[]
}

/** The authenticator app's view of a shared secret (RFC 6238: SHA-1, six digits, 30 s, what every app supports). */
export function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Vigie', label, secret: Secret.fromBase32(secret), period: periodSeconds })
}

/**
 * Checks the code of an account that has a second factor: `none` where it has none. A code is taken once; a recovery
 * code is used up.
 */
export async function checkSecondFactor(
  tx: Tx<IdentityTables>,
  person: Holder,
  code: string | undefined,
): Promise<'none' | 'missing' | 'right' | 'wrong'> {
  if (!person.totp_confirmed_at || !person.totp_sealed) return 'none'
  if (!code) return 'missing'
  const plain = code.replaceAll(/[\s-]/g, '')
  if (/^\d{6}$/.test(plain)) return checkTotp(tx, person, person.totp_sealed, plain)
  return useRecoveryCode(tx, person, plain)
}

async function checkTotp(
  tx: Tx<IdentityTables>,
  person: Holder,
  sealed: Buffer,
  code: string,
): Promise<'right' | 'wrong'> {
  const totp = totpOf(keys().totp.open(sealed, person.id), person.id)
  const delta = totp.validate({ token: code, window: 1, timestamp: nowMs() })
  if (delta === null) return 'wrong'
  const step = Math.floor(nowMs() / 1000 / periodSeconds) + delta
  const taken = await tx
    .updateTable('identity.people')
    .set({ totp_last_step: step })
    .where('id', '=', person.id)
    .where((row) => row.or([row('totp_last_step', 'is', null), row('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n ? 'right' : 'wrong'
}

async function useRecoveryCode(
  tx: Tx<IdentityTables>,
  person: Holder,
  code: string,
): Promise<'right' | 'wrong'> {
  const hash = hashRecoveryCode(code)
  const { recovery_hashes: left } = await tx
    .selectFrom('identity.people')
    .select('recovery_hashes')
    .where('id', '=', person.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (!left.includes(hash)) return 'wrong'
  await tx
    .updateTable('identity.people')
    .set({ recovery_hashes: left.filter((one) => one !== hash) })
    .where('id', '=', person.id)
    .execute()
  return 'right'
}

/** Recovery codes hold 80 random bits: a plain hash is enough. Written with or without dashes, in any case. */
export function hashRecoveryCode(code: string): string {
  return createHash('sha256').update(code.replaceAll(/[\s-]/g, '').toUpperCase()).digest('hex')
}
