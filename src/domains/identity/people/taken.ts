import { monotonicMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import type { Context } from '#kernel/operations'
import type { IdentityTables } from '../tables.ts'

/** Addresses of people whom one does not see, met within the hour, before one has to wait. */
const mostMet = 10
const hourMs = 3_600_000

/** When each caller met such addresses. In memory: what was refused is rolled back, and a start forgives. */
const met = new Map<string, number[]>()

/**
 * Writes an address, or says that it is taken. It is the name to sign in with, one for the whole of Vigie, so that who may
 * invite learns that somebody somewhere has it (docs/decisions/0010): in the same words whoever that is, and seldom.
 * @throws Problem `already-exists`; `too-many-requests` for who met too many people of others
 */
export async function writeAddress(
  tx: Tx<IdentityTables>,
  email: string,
  context: Context,
  write: () => Promise<unknown>,
): Promise<void> {
  const caller = context.person.id
  const times = (met.get(caller) ?? []).filter((at) => monotonicMs() - at < hourMs)
  if (times.length >= mostMet) throw waitUntil(times[0]! + hourMs)
  const rows = tx.selectFrom('identity.people').select('id').where('email', '=', email)
  const isSeen = (await rows.executeTakeFirst()) !== undefined
  try {
    await write()
  } catch (error) {
    const isTaken = (error as { constraint?: string }).constraint === 'people_email_key'
    if (isTaken && !isSeen) met.set(caller, [...times, monotonicMs()])
    throw error
  }
}

function waitUntil(at: number): Problem {
  const seconds = Math.ceil((at - monotonicMs()) / 1000)
  return new Problem('too-many-requests', { headers: { 'retry-after': String(seconds) } })
}
