import { units } from '../contract/words.ts'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { notFound } from '#kernel/errors'
import { assetById } from '#estate'
import { Id } from '../contract.ts'
import { query } from '../operations.ts'
import type { SupervisionTables } from '../tables.ts'
import { metricNamed } from '../templates/catalogue.ts'
import type { SeriesRef } from './store.ts'

export const Series = z
  .object({
    id: z.number().int(),
    assetId: Id,
    metric: z.string(),
    /** What of the asset it is measured on: the name of an interface; empty for the asset itself. */
    component: z.string(),
    unit: z.enum(units).nullable(),
  })
  .meta({ id: 'Series' })

export const listSeries = query({
  name: 'series.list',
  route: 'GET /series',
  right: 'asset.read',
  summary: 'What is measured on an asset, and can be drawn',
  input: z.strictObject({ assetId: Id }),
  output: z.object({ items: z.array(Series) }),
  async run(tx, { assetId }) {
    await assetById(tx, assetId)
    const rows = await tx
      .selectFrom('supervision.series')
      .select(['id', 'asset_id', 'metric', 'component', 'class'])
      .where('asset_id', '=', assetId)
      .orderBy('metric')
      .orderBy('component')
      .execute()
    return { items: rows.map(seriesOf) }
  },
})

export interface FoundSeries extends SeriesRef {
  asset_id: string
  metric: string
  component: string
}

export function seriesOf(row: FoundSeries): z.input<typeof Series> {
  return {
    id: row.id,
    assetId: row.asset_id,
    metric: row.metric,
    component: row.component,
    unit: metricNamed(row.metric)?.unit ?? null,
  }
}

/** The series asked for, as far as the caller may see them. @throws Problem `not-found` where one is missing */
export async function visibleSeries(
  tx: Tx<SupervisionTables>,
  ids: readonly number[],
): Promise<FoundSeries[]> {
  const rows = await tx
    .selectFrom('supervision.series')
    .select(['id', 'asset_id', 'metric', 'component', 'class'])
    .where('id', 'in', [...ids])
    .execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = byId.get(id)
    if (!row) throw notFound()
    return row
  })
}
