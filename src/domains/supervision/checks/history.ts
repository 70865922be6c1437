import { historyOf } from '#audit'
import { Entry, HistoryInput } from '#audit/contract'
import { listOutput } from '#kernel/operations'
import { query } from '../operations.ts'
import { checkById } from './row.ts'

export const readCheckHistory = query({
  name: 'checks.history',
  route: 'GET /checks/:id/history',
  right: 'check.read',
  summary: 'What people set of a check, newest first',
  input: HistoryInput,
  output: listOutput(Entry),
  async run(tx, { id, ...page }, context) {
    await checkById(tx, id)
    return historyOf(tx, id, page, context)
  },
})
