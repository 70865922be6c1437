import { z } from 'zod'
import { asSystem } from '#kernel/database'
import { csvLine } from '#kernel/csv'
import { invalidField } from '#kernel/errors'
import { assetsByIds } from '#estate'
import { Time } from '../contract.ts'
import { endpoint } from '../operations.ts'
import type { SupervisionTables } from '../tables.ts'
import { builtinStore } from './builtin/store.ts'
import { visibleSeries } from './list.ts'
import { SeriesIds } from './read.ts'

const longestMs = 100 * 86_400_000

/** Every value as it was stored: nothing is averaged. */
export const exportSeries = endpoint({
  name: 'series.export',
  route: 'GET /series/export',
  right: 'asset.read',
  summary: 'The stored values of series as CSV: time, asset, metric, component, value',
  input: z.strictObject({ ids: SeriesIds, from: Time, to: Time }),
  produces: 'text/csv',
  async handle({ input, reply, read }) {
    const [fromMs, toMs] = [Date.parse(input.from), Date.parse(input.to)]
    if (toMs <= fromMs || toMs - fromMs > longestMs) throw invalidField('to', 'supervision:problem.spanWrong')
    const lines = await read<SupervisionTables, string[]>(async (tx) => {
      const found = await visibleSeries(tx, [...new Set(input.ids)])
      const assets = await assetsByIds(tx, [...new Set(found.map((row) => row.asset_id))])
      const exact = await asSystem(tx, () => builtinStore.readExact(tx, found, fromMs, toMs))
      return found.flatMap((row) => {
        const { timesMs = [], values = [] } = exact.get(row.id) ?? {}
        const name = assets.get(row.asset_id)?.name ?? ''
        return Array.from(timesMs, (timeMs, index) =>
          csvLine([new Date(timeMs).toISOString(), name, row.metric, row.component, values[index]], ','),
        )
      })
    })
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="series.csv"')
      .send(`${csvLine(['time', 'asset', 'metric', 'component', 'value'], ',')}${lines.join('')}`)
  },
})
