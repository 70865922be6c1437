import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { keys } from '../house/keys.ts'
import type { IdentityTables } from '../tables.ts'

const periodSeconds = 30

export interface SecondFactor {
  person_id: string
  totp_sealed: Buffer
  confirmed_at: string | null
  recovery_hashes: string[]
}

/** The authenticator app's view of a shared secret (RFC 6238: SHA-1, six digits, 30 s, what every app supports). */
export function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Vigie', label, secret: Secret.fromBase32(secret), period: periodSeconds })
}

export async function secondFactorOf(
  tx: Tx<IdentityTables>,
  personId: string,
): Promise<SecondFactor | undefined> {
  return tx
    .selectFrom('identity.second_factors')
    .select(['person_id', 'totp_sealed', 'confirmed_at', 'recovery_hashes'])
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/**
 * Checks the code of an account that has a second factor in force: `none` where it has none. A code is taken once; a
 * recovery code is used up.
 */
export async function checkSecondFactor(
  tx: Tx<IdentityTables>,
  factor: SecondFactor | undefined,
  code: string | undefined,
): Promise<'none' | 'missing' | 'right' | 'wrong'> {
  if (!factor?.confirmed_at) return 'none'
  if (!code) return 'missing'
  const plain = code.replaceAll(/[\s-]/g, '')
  const isRight = /^\d{6}$/.test(plain)
    ? await takeTotp(tx, factor, plain)
    : await useRecoveryCode(tx, factor.person_id, plain)
  return isRight ? 'right' : 'wrong'
}

/** Whether the code is that of now (or of the 30 s before or after), and was not taken before (RFC 6238, 5.2). */
export async function takeTotp(tx: Tx<IdentityTables>, factor: SecondFactor, code: string): Promise<boolean> {
  const totp = totpOf(keys().totp.open(factor.totp_sealed, factor.person_id), factor.person_id)
  const delta = totp.validate({ token: code, window: 1, timestamp: nowMs() })
  if (delta === null) return false
  const step = Math.floor(nowMs() / 1000 / periodSeconds) + delta
  const taken = await tx
    .updateTable('identity.second_factors')
    .set({ last_step: step })
    .where('person_id', '=', factor.person_id)
    .where((row) => row.or([row('last_step', 'is', null), row('last_step', '<', step)]))
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

async function useRecoveryCode(tx: Tx<IdentityTables>, personId: string, code: string): Promise<boolean> {
  const hash = hashRecoveryCode(code)
  // The row is locked by its own update: of two requests with the same code, the second finds it gone.
  const used = await tx
    .updateTable('identity.second_factors')
    .set({ recovery_hashes: sql`array_remove(recovery_hashes, ${hash})` })
    .where('person_id', '=', personId)
    .where(sql<boolean>`${hash} = any(recovery_hashes)`)
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}

/** Recovery codes hold 80 random bits: a plain hash is enough. Written with or without dashes, in any case. */
export function hashRecoveryCode(code: string): string {
  return createHash('sha256').update(code.replaceAll(/[\s-]/g, '').toUpperCase()).digest('hex')
}
