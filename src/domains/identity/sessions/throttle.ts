import { createHash } from 'node:crypto'
import { now, nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import { networkOf } from '#kernel/http/network'
import type { IdentityTables } from '../tables.ts'

const longestBlockMs = 15 * 60_000
const forgottenMs = 60 * 60_000

interface Counter {
  key: string
  /** How many may fail before each further one doubles the wait. */
  free: number
}

/** What tries count against. */
export interface Throttle {
  /** Who is tried, from where: a success clears it. */
  own: Counter
  /** What others try at too (their network, the account from anywhere): a success takes only itself back. */
  shared: Counter[]
}

/**
 * For a sign-in: what waits is the account for one network, so that nobody keeps its person out from elsewhere
 * (docs/decisions/0011). The account is kept as a hash: what is typed as an address need not be one, nor exist.
 */
export function signInThrottle(email: string, address: string): Throttle {
  const network = networkOf(address)
  return {
    own: { key: `account:${hashed(email)}:${network}`, free: 5 },
    shared: [{ key: `address:${network}`, free: 20 }],
  }
}

/**
 * Counts a try against the account over all networks too, where much more may fail: many networks do not guess on together.
 * For who comes from where the account is not signed in.
 * @returns the throttle with that count. @throws Problem `too-many-requests`
 */
export async function countEverywhere(
  tx: Tx<IdentityTables>,
  { own, shared }: Throttle,
  email: string,
): Promise<Throttle> {
  const everywhere = { key: `account:${hashed(email)}`, free: 100 }
  await countTry(tx, { own: everywhere, shared: [] })
  return { own, shared: [...shared, everywhere] }
}

/** For who is signed in and must say his password or code again. */
export function proofThrottle(personId: string): Throttle {
  return { own: { key: `proof:${personId}`, free: 5 }, shared: [] }
}

export function resetThrottle(email: string, address: string): Throttle {
  return {
    own: { key: `reset:${hashed(email)}`, free: 3 },
    shared: [{ key: `reset-from:${networkOf(address)}`, free: 10 }],
  }
}

function hashed(email: string): string {
  return createHash('sha256').update(email.trim().toLowerCase()).digest('hex').slice(0, 32)
}

/**
 * Counts a try before the secret is looked at, and refuses it while one of its counters is blocked: the rows are
 * locked, so a thousand tries at once go one by one. It says the same whether or not the account exists.
 * @throws Problem `too-many-requests`, with Retry-After.
 */
export async function countTry(tx: Tx<IdentityTables>, { own, shared }: Throttle): Promise<void> {
  const counters = [own, ...shared]
  await refuseWhileBlocked(
    tx,
    counters.map(({ key }) => key),
  )
  for (const counter of counters) await countOne(tx, counter)
}

/** Before any lock, so that a flood of tries does not hold every connection waiting in a row. */
async function refuseWhileBlocked(tx: Tx<IdentityTables>, keys: string[]): Promise<void> {
  const rows = await tx
    .selectFrom('identity.attempts')
    .select('blocked_until')
    .where('key', 'in', keys)
    .where('blocked_until', '>', now().toISOString())
    .execute()
  const untilMs = Math.max(0, ...rows.map((row) => Date.parse(row.blocked_until ?? '')))
  if (untilMs > 0) throw waitFor(untilMs - nowMs())
}

async function countOne(tx: Tx<IdentityTables>, { key, free }: Counter): Promise<void> {
  const at = now().toISOString()
  const before = await tx
    .insertInto('identity.attempts')
    .values({ key, failures: 0, last_at: at, blocked_until: null })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ key }))
    .returning(['failures', 'last_at', 'blocked_until'])
    .executeTakeFirstOrThrow()
  const blockedMs = before.blocked_until ? Date.parse(before.blocked_until) - nowMs() : 0
  if (blockedMs > 0) throw waitFor(blockedMs)
  const isOld = nowMs() - Date.parse(before.last_at) > forgottenMs
  const failures = (isOld ? 0 : before.failures) + 1
  const blockMs = failures < free ? 0 : Math.min(longestBlockMs, 1000 * 2 ** Math.min(20, failures - free))
  await tx
    .updateTable('identity.attempts')
    .set({ failures, last_at: at, blocked_until: blockMs ? new Date(nowMs() + blockMs).toISOString() : null })
    .where('key', '=', key)
    .execute()
}

function waitFor(ms: number): Problem {
  return new Problem('too-many-requests', { headers: { 'retry-after': String(Math.ceil(ms / 1000)) } })
}

/** The secret was right: who gave it begins anew. */
export async function clearTries(tx: Tx<IdentityTables>, { own, shared }: Throttle): Promise<void> {
  await tx.deleteFrom('identity.attempts').where('key', '=', own.key).execute()
  for (const { key } of shared) await takeBackOne(tx, key)
}

/** This try was no guess, but proves nothing yet (the password was right, the code is still to come). */
export async function takeBackTry(tx: Tx<IdentityTables>, { own, shared }: Throttle): Promise<void> {
  for (const { key } of [own, ...shared]) await takeBackOne(tx, key)
}

async function takeBackOne(tx: Tx<IdentityTables>, key: string): Promise<void> {
  await tx
    .updateTable('identity.attempts')
    .set((row) => ({ failures: row('failures', '-', 1), blocked_until: null }))
    .where('key', '=', key)
    .where('failures', '>', 0)
    .execute()
}
