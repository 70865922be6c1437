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
    let rows = tx.selectFrom('notifications.messages').selectAll()
    if (input.q)
      rows = rows.where((row) =>
        row.or([row('recipient', 'ilike', `%${input.q}%`), row('subject', 'ilike', `%${input.q}%`)]),
      )
    if (input.state?.length) rows = rows.where('state', 'in', input.state)
    return listPage(
      rows,
      input,
      { createdAt: sql`created_at`, recipient: sql`recipient`, state: sql`state` },
      (row) => ({
        id: row.id,
        organisationId: row.organisation_id,
        personId: row.person_id,
        kind: row.kind,
        recipient: row.recipient,
        subject: row.subject,
        state: row.state,
        attempts: row.attempts,
        error: row.error,
        dueAt: row.due_at,
        createdAt: row.created_at,
        sentAt: row.sent_at,
      }),
    )
  },
})
