import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Message } from '../contract.ts'
import { query } from '../operations.ts'

export const listMessages = query({
  name: 'messages.list',
  route: 'GET /messages',
  right: 'channel.read',
  summary: 'What was told, to whom, and what still waits',
  input: listInput(['createdAt', 'recipient', 'state'], {
    state: anyOf(z.enum(['waiting', 'sent', 'given-up'])),
  }),
  output: listOutput(Message),
  run: (tx, input) => {
    let rows = tx
      .selectFrom('notifications.messages as m')
      .innerJoin('notifications.channels as c', (join) => join.on('c.name', '=', 'mail'))
      .selectAll('m')
      .select(['c.error as channel_error', 'c.retry_at'])
    if (input.q)
      rows = rows.where((row) =>
        row.or([row('m.recipient', 'ilike', `%${input.q}%`), row('m.subject', 'ilike', `%${input.q}%`)]),
      )
    if (input.state?.length) rows = rows.where('m.state', 'in', input.state)
    return listPage(
      rows,
      input,
      { createdAt: sql`m.created_at`, recipient: sql`m.recipient`, state: sql`m.state` },
      (row) => ({
        id: row.id,
        organisationId: row.organisation_id,
        personId: row.person_id,
        kind: row.kind,
        recipient: row.recipient,
        subject: row.subject,
        state: row.state,
        attempts: row.attempts,
        error: row.error ?? (row.state === 'waiting' ? row.channel_error : null),
        dueAt: row.state === 'waiting' ? laterOf(row.due_at, row.retry_at) : row.due_at,
        createdAt: row.created_at,
        sentAt: row.sent_at,
      }),
      sql`m.id`,
    )
  },
})

function laterOf(one: string, other: string | null): string {
  return other !== null && Date.parse(other) > Date.parse(one) ? other : one
}
