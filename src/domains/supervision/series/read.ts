import { z } from 'zod'
import { asSystem } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import { Time } from '../contract.ts'
import { query } from '../operations.ts'
import { builtinStore } from './builtin/store.ts'
import { Series, seriesOf, visibleSeries } from './list.ts'
import type { GraphLine } from './store.ts'

const mostSeries = 500
const longestMs = 20 * 366 * 86_400_000

export const SeriesIds = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
  z.array(z.coerce.number().int().positive()).min(1).max(mostSeries),
)

const Values = z.array(z.number().nullable())

export const readSeries = query({
  name: 'series.read',
  route: 'GET /series/read',
  right: 'asset.read',
  summary: 'Several series over one span, in as many points as a screen can show',
  input: z.strictObject({
    ids: SeriesIds,
    from: Time,
    to: Time,
    points: z.coerce.number().int().min(1).max(4_000).default(1_000),
  }),
  output: z.object({
    /** Point `i` covers `start + i * stepMs` for `stepMs`, in milliseconds since the epoch. */
    startMs: z.number(),
    stepMs: z.number(),
    points: z.number().int(),
    series: z.array(
      Series.extend({
        /** Null where nothing was measured. */
        mean: Values,
        /** Absent where each point is one value. */
        least: Values.optional(),
        greatest: Values.optional(),
      }),
    ),
  }),
  async run(tx, { ids, from, to, points }) {
    const [fromMs, toMs] = [Date.parse(from), Date.parse(to)]
    if (toMs <= fromMs || toMs - fromMs > longestMs) throw invalidField('to', 'supervision:problem.spanWrong')
    const found = await visibleSeries(tx, [...new Set(ids)])
    const request = { series: found, fromMs, toMs, maxPoints: points }
    const { series, ...axis } = await asSystem(tx, () => builtinStore.read(tx, request))
    return { ...axis, series: found.map((row) => ({ ...seriesOf(row), ...valuesOf(series.get(row.id)!) })) }
  },
})

function valuesOf({ mean, least, greatest }: GraphLine) {
  const isPlain = mean.every(
    (value, index) => Object.is(value, least[index]) && Object.is(value, greatest[index]),
  )
  return isPlain
    ? { mean: asJson(mean) }
    : { mean: asJson(mean), least: asJson(least), greatest: asJson(greatest) }
}

/** NaN is no JSON, and no eye sees more than seven digits. */
function asJson(values: Float64Array): (number | null)[] {
  return Array.from(values, (value) => {
    if (Number.isNaN(value)) return null
    return Number.isInteger(value) ? value : Number(value.toPrecision(7))
  })
}
