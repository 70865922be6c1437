import { sql } from 'kysely'
import { typed, type AnyTx } from '#kernel/database'
import type { NotificationTables } from '../tables.ts'

/** A mail, and whether it went. */
export interface MailTold {
  id: string
  recipient: string
  state: 'waiting' | 'sent' | 'given-up'
  error: string | null
  createdAt: string
  sentAt: string | null
}

const most = 500

/** The mails that told of one thing, newest first, as far as the caller may see mails: he is asked about before. */
export async function mailsAbout(given: AnyTx, id: string): Promise<MailTold[]> {
  const rows = await typed<NotificationTables>(given)
    .selectFrom('notifications.messages')
    .select(['id', 'recipient', 'state', 'error', 'created_at', 'sent_at'])
    .where(sql<boolean>`about <> '{}' and about @> array[${id}]::uuid[]`)
    .orderBy('created_at', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ created_at, sent_at, ...mail }) => ({ ...mail, createdAt: created_at, sentAt: sent_at }))
}
