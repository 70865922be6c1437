import { sql } from 'kysely'
import type { Transporter } from 'nodemailer'
import { now, nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { cycle, type CycleContext } from '#kernel/jobs'
import { findMailServer, mailSealer, type KnownMailServer } from '../mail-server/find.ts'
import { cutAnswer, transportTo } from '../mail-server/transport.ts'
import type { NotificationTables } from '../tables.ts'
import { linkPlace, mailChannel } from './queue.ts'

interface Claimed {
  id: string
  recipient: string
  subject: string
  body_text: string
  body_html: string
  link_sealed: Buffer | null
  attempts: number
  created_at: string
}

const batch = 20
const claimMs = 60_000
const longestWaitMs = 5 * 60_000
/** A message older than this would only mislead. */
const givenUpMs = 3 * 24 * 3_600_000

/**
 * Sends what is due. A message is claimed for a minute, sent outside any transaction, then marked: a process that
 * dies in between leaves it to the next, with the same Message-ID, so that a mail box can tell the two for one.
 */
export const deliverMessages = cycle({
  name: 'notifications.deliver',
  everyMs: 10_000,
  wakeOn: [mailChannel],
  async run(context) {
    const { server, claimed } = await claim(context)
    if (!server || claimed.length === 0) return false
    const transport = transportTo(server)
    try {
      for (const message of claimed) await sendOne(context, transport, server, message)
    } finally {
      transport.close()
    }
    return claimed.length === batch
  },
})

async function claim({
  system,
}: CycleContext): Promise<{ server: KnownMailServer | undefined; claimed: Claimed[] }> {
  return system<NotificationTables, { server: KnownMailServer | undefined; claimed: Claimed[] }>(
    async (tx) => {
      await giveUpWhatIsWorthless(tx)
      const waiting = await tx
        .selectFrom('notifications.messages')
        .select('id')
        .where('state', '=', 'waiting')
        .where('due_at', '<=', now().toISOString())
        .where((row) =>
          row.or([row('claimed_until', 'is', null), row('claimed_until', '<', now().toISOString())]),
        )
        .orderBy('created_at')
        .limit(batch)
        .forUpdate()
        .skipLocked()
        .execute()
      if (waiting.length === 0) return { server: undefined, claimed: [] }
      const server = await findMailServer(tx)
      if (!server) return { server, claimed: [] }
      const claimed = await tx
        .updateTable('notifications.messages')
        .set({ claimed_until: new Date(nowMs() + claimMs).toISOString() })
        .where(sql<boolean>`id = any(${waiting.map(({ id }) => id)}::uuid[])`)
        .returning([
          'id',
          'recipient',
          'subject',
          'body_text',
          'body_html',
          'link_sealed',
          'attempts',
          'created_at',
        ])
        .execute()
      return {
        server,
        claimed: claimed.toSorted((one, other) => (one.created_at < other.created_at ? -1 : 1)),
      }
    },
  )
}

async function sendOne(
  { system, log }: CycleContext,
  transport: Transporter,
  server: KnownMailServer,
  message: Claimed,
): Promise<void> {
  const error = await send(transport, server, message)
  if (error)
    log.warn({ message: message.id, err: cutAnswer(error.message) }, 'a mail could not be sent; it waits')
  await system<NotificationTables, void>(async (tx) => {
    if (error) await postpone(tx, message, error)
    else
      await tx
        .updateTable('notifications.messages')
        .set({
          state: 'sent',
          sent_at: now().toISOString(),
          claimed_until: null,
          error: null,
          link_sealed: null,
        })
        .where('id', '=', message.id)
        .execute()
  })
}

async function send(
  transport: Transporter,
  server: KnownMailServer,
  message: Claimed,
): Promise<Error | undefined> {
  try {
    await transport.sendMail({
      from: server.sender,
      to: message.recipient,
      subject: message.subject,
      ...bodyOf(message),
      messageId: `<${message.id}@vigie>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return undefined
  } catch (error) {
    return error as Error
  }
}

/** The link is opened for the moment of sending alone. */
function bodyOf(message: Claimed): { text: string; html: string } {
  const { body_text: text, body_html: html, link_sealed: sealed } = message
  if (!sealed) return { text, html }
  const link = mailSealer().open(sealed, message.id)
  return { text: text.replaceAll(linkPlace, () => link), html: html.replaceAll(linkPlace, () => link) }
}

/** A link that no longer opens anything is not sent. */
async function giveUpWhatIsWorthless(tx: Tx<NotificationTables>): Promise<void> {
  await tx
    .updateTable('notifications.messages')
    .set({ state: 'given-up', link_sealed: null })
    .where('state', '=', 'waiting')
    .where('good_until', '<', now().toISOString())
    .execute()
}

/** Later and later while the server is away; given up where it refuses for good (a 5xx of RFC 5321) or after days. */
async function postpone(tx: Tx<NotificationTables>, message: Claimed, error: Error): Promise<void> {
  const attempts = message.attempts + 1
  const isRefused = ((error as { responseCode?: number }).responseCode ?? 0) >= 550 && attempts >= 3
  const isOld = nowMs() - Date.parse(message.created_at) > givenUpMs
  const waitMs = Math.min(longestWaitMs, 2_000 * 2 ** Math.min(attempts, 10))
  await tx
    .updateTable('notifications.messages')
    .set({
      attempts,
      error: cutAnswer(error.message),
      claimed_until: null,
      due_at: new Date(nowMs() + waitMs).toISOString(),
      ...(isRefused || isOld ? { state: 'given-up' as const, link_sealed: null } : {}),
    })
    .where('id', '=', message.id)
    .execute()
}
