import { units } from '../contract/words.ts'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { invalidField, notFound } from '#kernel/errors'
import { assetById } from '#estate'
import { Id } from '../contract.ts'
import { query } from '../operations.ts'
import { seriesKey } from '../scheduler/live.ts'
import type { SupervisionTables } from '../tables.ts'
import { metricNamed, metricsOf } from '../templates/catalogue.ts'
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
  summary: 'What is measured on an asset, and can be drawn: on itself first, then on its components',
  input: z.strictObject({
    assetId: Id,
    /** Only what is measured on the asset itself, its volumes and by its checks: not on its interfaces. */
    isOwn: z.stringbool().optional(),
    limit: z.coerce.number().int().min(1).max(1_000).default(500),
    /** As the page before gave it. */
    cursor: z.string().max(2_000).optional(),
  }),
  output: z.object({ items: z.array(Series), nextCursor: z.string().nullable() }),
  async run(tx, { assetId, isOwn, limit, cursor }) {
    await assetById(tx, assetId)
    let found = tx
      .selectFrom('supervision.series')
      .select(['id', 'asset_id', 'metric', 'component', 'class'])
      .where('asset_id', '=', assetId)
    if (isOwn) found = found.where('metric', 'not in', metricsOf('interface'))
    if (cursor !== undefined) {
      const { component, metric } = placeOf(cursor)
      found = found.where(sql<boolean>`(component, metric) > (${component}, ${metric})`)
    }
    const rows = await found
      .orderBy('component')
      .orderBy('metric')
      .limit(limit + 1)
      .execute()
    const page = rows.slice(0, limit)
    return { items: page.map(seriesOf), nextCursor: rows.length > limit ? cursorOf(page.at(-1)!) : null }
  },
})

function cursorOf({ component, metric }: FoundSeries): string {
  return Buffer.from(seriesKey(metric, component)).toString('base64url')
}

function placeOf(cursor: string): { component: string; metric: string } {
  const [metric = '', component] = Buffer.from(cursor, 'base64url').toString().split('\n')
  if (component === undefined || /\0/.test(metric + component))
    throw invalidField('cursor', 'kernel:problem.cursor')
  return { component, metric }
}

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
