import type { z } from 'zod'
import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import type { Session } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'
import { deviceOf } from './device.ts'

/** The sessions of a person that are open, last used first. */
export async function sessionsOf(
  tx: Tx<IdentityTables>,
  personId: string,
  current: string | undefined,
): Promise<z.input<typeof Session>[]> {
  const rows = await tx
    .selectFrom('identity.sessions')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', now().toISOString())
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ...deviceOf(row.user_agent),
    userAgent: row.user_agent,
    address: row.address,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    isCurrent: row.id === current,
  }))
}
