import { sql } from 'kysely'
import { z } from 'zod'
import { personNames } from '#identity'
import { fold } from '#kernel/fold'
import { query } from '../operations.ts'

const sources = {
  vendor: sql`vendor`,
  model: sql`model`,
  tag: sql`unnest(tags)`,
  responsible: sql`responsible_id::text`,
}
const fields = ['vendor', 'model', 'tag', 'responsible'] as const
const most = 1_000

export const listAssetWords = query({
  name: 'assets.words',
  route: 'GET /assets/words',
  right: 'asset.read',
  summary: 'The words in use for a field of the assets, for filters and suggestions; the most used first',
  input: z.strictObject({ field: z.enum(fields), q: z.string().max(200).optional() }),
  output: z.object({
    items: z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() })),
  }),
  async run(tx, { field, q = '' }) {
    const { rows } = await sql<{ value: string; count: number }>`
      select value, count(*) as count from (select ${sources[field]} as value from estate.assets) as words
      where value <> '' group by value order by 2 desc, 1 limit ${most}`.execute(tx)
    const names =
      field === 'responsible'
        ? await personNames(
            tx,
            rows.map(({ value }) => value),
          )
        : undefined
    const items = rows.map(({ value, count }) => ({ value, label: names?.get(value) ?? value, count }))
    return { items: items.filter(({ label }) => fold(label).includes(fold(q))).slice(0, 50) }
  },
})
