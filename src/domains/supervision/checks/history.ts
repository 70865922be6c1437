import { z } from 'zod'
import { historyOf } from '#audit'
import { Entry } from '#audit/contract'
import { listOutput } from '#kernel/operations'
import { Id } from '../contract.ts'
import { query } from '../operations.ts'
import { checkById } from './row.ts'

export const readCheckHistory = query({
  name: 'checks.history',
  route: 'GET /checks/:id/history',
  right: 'check.read',
  summary: 'What people set of a check, newest first',
  input: z.strictObject({
    id: Id,
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().max(2_000).optional(),
  }),
  output: listOutput(Entry),
  async run(tx, { id, ...page }, context) {
    await checkById(tx, id)
    return historyOf(tx, id, page, context)
  },
})
