import { sql } from 'kysely'
import { z } from 'zod'
import { fold } from '#kernel/fold'
import { query } from '../operations.ts'

export const listOperators = query({
  name: 'circuits.operators',
  route: 'GET /circuits/operators',
  right: 'circuit.read',
  summary: 'The operators in use, for filters and suggestions; those with the most circuits first',
  input: z.strictObject({ q: z.string().max(200).optional() }),
  output: z.object({ items: z.array(z.object({ value: z.string(), count: z.number().int() })) }),
  async run(tx, { q = '' }) {
    const rows = await tx
      .selectFrom('network.circuits')
      .select(['operator as value', sql<number>`count(*)`.as('count')])
      .where('operator', '<>', '')
      .groupBy('operator')
      .orderBy('count', 'desc')
      .orderBy('operator')
      .execute()
    return { items: rows.filter(({ value }) => fold(value).includes(fold(q))).slice(0, 50) }
  },
})
