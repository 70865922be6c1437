import { sql } from 'kysely'
import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import type { NotificationTables } from '../tables.ts'

/** A message as it is sent. */
export interface Waiting {
  id: string
  organisation_id: string | null
  recipient: string
  subject: string
  body_text: string
  body_html: string
  link_sealed: Buffer | null
  attempts: number
  created_at: string
}

/**
 * The oldest messages that are due. One that waits by itself (its recipient was refused) keeps back all that were ordered
 * after it for the same recipient: nobody hears that it is over before that it began.
 */
export function dueMessages(tx: Tx<NotificationTables>, most: number): Promise<Waiting[]> {
  const at = now().toISOString()
  return tx
    .selectFrom('notifications.messages as m')
    .select([
      'm.id',
      'm.organisation_id',
      'm.recipient',
      'm.subject',
      'm.body_text',
      'm.body_html',
      'm.link_sealed',
      'm.attempts',
      'm.created_at',
    ])
    .where('m.state', '=', 'waiting')
    .where('m.due_at', '<=', at)
    .where(
      sql<boolean>`not exists (select 1 from notifications.messages before where before.state = 'waiting'
        and before.recipient = m.recipient and before.ordinal < m.ordinal
        and before.due_at > ${at})`,
    )
    .orderBy('m.ordinal')
    .limit(most)
    .execute()
}
