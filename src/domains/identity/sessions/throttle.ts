import { createHash } from 'node:crypto'
import { now, nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import type { IdentityTables } from '../tables.ts'

const freeFailures = { account: 5, address: 20 }
const longestBlockMs = 15 * 60_000
const forgottenMs = 60 * 60_000

/** What a try counts against: the account it names (hashed: names need not exist) and the address it comes from. */
export function throttleKeys(email: string, address: string): { account: string; address: string } {
  const hashed = createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32)
  return { account: `account:${hashed}`, address: `address:${address}` }
}

/** Throws while either key is blocked; says the same whether or not the account exists. */
export async function refuseWhileBlocked(
  tx: Tx<IdentityTables>,
  keys: { account: string; address: string },
): Promise<void> {
  const rows = await tx
    .selectFrom('identity.attempts')
    .select('blocked_until')
    .where('key', 'in', [keys.account, keys.address])
    .where('blocked_until', '>', now().toISOString())
    .execute()
  const until = Math.max(0, ...rows.map((row) => Date.parse(row.blocked_until ?? '')))
  if (until === 0) return
  const seconds = Math.ceil((until - nowMs()) / 1000)
  throw new Problem('too-many-requests', { headers: { 'retry-after': String(seconds) } })
}

/**
 * Counts a try against both keys before the password is looked at, so that a thousand at once are counted too; each
 * beyond the free ones doubles the wait. A try that succeeds is taken back.
 */
export async function countTry(
  tx: Tx<IdentityTables>,
  keys: { account: string; address: string },
): Promise<void> {
  for (const kind of ['account', 'address'] as const) await countOne(tx, keys[kind], freeFailures[kind])
}

async function countOne(tx: Tx<IdentityTables>, key: string, free: number): Promise<void> {
  const at = now().toISOString()
  const before = await tx
    .insertInto('identity.attempts')
    .values({ key, failures: 0, last_at: at, blocked_until: null })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
    .returning(['failures', 'last_at'])
    .executeTakeFirstOrThrow()
  const isOld = nowMs() - Date.parse(before.last_at) > forgottenMs
  const failures = (isOld ? 0 : before.failures) + 1
  const blockMs = failures < free ? 0 : Math.min(longestBlockMs, 1000 * 2 ** Math.min(20, failures - free))
  await tx
    .updateTable('identity.attempts')
    .set({ failures, last_at: at, blocked_until: blockMs ? new Date(nowMs() + blockMs).toISOString() : null })
    .where('key', '=', key)
    .execute()
}

/** The password was right: the account is cleared, the address loses this try only (others there may be guessing). */
export async function takeBackTry(
  tx: Tx<IdentityTables>,
  keys: { account: string; address: string },
): Promise<void> {
  await tx.deleteFrom('identity.attempts').where('key', '=', keys.account).execute()
  await tx
    .updateTable('identity.attempts')
    .set((row) => ({ failures: row('failures', '-', 1), blocked_until: null }))
    .where('key', '=', keys.address)
    .where('failures', '>', 0)
    .execute()
}
