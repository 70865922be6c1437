import { sql } from 'kysely'
import { now } from '#kernel/clock'
import { typed, type AnyTx } from '#kernel/database'
import type { Outbox } from '#kernel/events/outbox'
import { newId } from '#kernel/ids'
import { messagesChanged } from '../contract.ts'
import { mailSealer } from '../mail-server/find.ts'
import type { NotificationTables } from '../tables.ts'

export const mailChannel = 'vigie_mail'

let outbox: Outbox | undefined

/** Called when the house starts. */
export function holdOutbox(given: Outbox): void {
  outbox = given
}

/** Stands in a mail's text and HTML where its one-time link goes when it is sent. */
export const linkPlace = '{{link}}'

/** A mail to write, already in its reader's language. */
export interface Mail {
  /** What it tells of, and to whom; a second order with the same key is not told again. */
  key: string
  kind: string
  organisationId: string | null
  personId: string | null
  recipient: string
  subject: string
  text: string
  html: string
  /** The ids of the things that it tells of. */
  about?: readonly string[]
  /** A secret, sealed where it is kept; text and HTML name it as `linkPlace`. */
  link?: string
  /** After this the mail would be worth nothing: it is given up. */
  goodUntil?: string
}

/**
 * Orders mails in the caller's transaction: they are sent if and only if it commits. Delivery waits where the mail
 * server is away.
 */
export async function queueMails(given: AnyTx, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return
  const tx = typed<NotificationTables>(given)
  const at = now().toISOString()
  const ordered = await tx
    .insertInto('notifications.messages')
    .values(
      mails.map((mail) => {
        const id = newId()
        return {
          id,
          organisation_id: mail.organisationId,
          person_id: mail.personId,
          key: mail.key,
          kind: mail.kind,
          recipient: mail.recipient,
          // A header is one line; the no-break spaces of French stay.
          subject: mail.subject.replaceAll(/[ \t\r\n\u2028\u2029]+/g, ' ').slice(0, 300),
          body_text: mail.text,
          body_html: mail.html,
          about: mail.about ?? [],
          due_at: at,
          link_sealed: mail.link === undefined ? null : mailSealer().seal(mail.link, id),
          good_until: mail.goodUntil ?? null,
        }
      }),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('organisation_id')
    .execute()
  if (ordered.length === 0) return
  const organisations = new Set(ordered.map((row) => row.organisation_id))
  await outbox?.put(
    tx,
    [...organisations].map((id) => messagesChanged(id, { state: 'waiting' })),
  )
  await sql`select pg_notify(${mailChannel}, '')`.execute(tx)
}
