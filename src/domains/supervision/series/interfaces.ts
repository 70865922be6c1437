import { z } from 'zod'
import { asSystem } from '#kernel/database'
import { nowMs } from '#kernel/clock'
import { assetById } from '#estate'
import { mostInterfaces } from '#inventory'
import { interfacesOf } from '#network'
import { Id, Time } from '../contract.ts'
import { query } from '../operations.ts'
import { builtinStore } from './builtin/store.ts'
import type { FoundSeries } from './list.ts'

/** A value older than this says nothing of now. */
const freshMs = 5 * 60_000

const fields = {
  'if.in': 'inBps',
  'if.out': 'outBps',
  'if.in-errors': 'inErrors',
  'if.out-errors': 'outErrors',
  'if.in-discards': 'inDiscards',
  'if.out-discards': 'outDiscards',
} as const

const rate = z.number().nullable()
const Measured = z
  .object({
    name: z.string(),
    /** Of network's interface of that name, where it knows one. */
    interfaceId: Id.nullable(),
    alias: z.string(),
    description: z.string(),
    kind: z.string().nullable(),
    mac: z.string().nullable(),
    speedBps: z.number().nullable(),
    state: z.enum(['up', 'down', 'off']).nullable(),
    inBps: rate,
    outBps: rate,
    inErrors: rate,
    outErrors: rate,
    inDiscards: rate,
    outDiscards: rate,
    /** Whether an alert opens when it is down. */
    isWatched: z.boolean(),
    measuredAt: Time.nullable(),
    /** Ids of its series by metric, for graphs. */
    series: z.record(z.string(), z.number().int()),
  })
  .meta({ id: 'MeasuredInterface' })

export const listMeasuredInterfaces = query({
  name: 'assets.measuredInterfaces',
  route: 'GET /assets/:id/measured-interfaces',
  right: 'asset.read',
  summary: 'The interfaces of an asset with what was last measured on them, 2,048 at most',
  input: z.strictObject({ id: Id }),
  output: z.object({ items: z.array(Measured) }),
  async run(tx, { id }) {
    await assetById(tx, id)
    const known = new Map((await interfacesOf(tx, id)).map((row) => [row.name, row]))
    const series = await tx
      .selectFrom('supervision.series')
      .select(['id', 'asset_id', 'metric', 'component', 'class'])
      .where('asset_id', '=', id)
      .where('component', '<>', '')
      // What was found last stands first: a device that renames its ports leaves many behind.
      .orderBy('id', 'desc')
      .execute()
    const check = await tx
      .selectFrom('supervision.checks')
      .select('watched')
      .where('asset_id', '=', id)
      .where('template', '=', 'snmp-basics')
      .executeTakeFirst()
    const byName = Map.groupBy(series, (row) => row.component)
    const names = [...new Set([...known.keys(), ...byName.keys()])].slice(0, mostInterfaces)
    const shown = names.flatMap((name) => byName.get(name) ?? [])
    const atMs = nowMs()
    const lines = await asSystem(tx, () => builtinStore.readExact(tx, shown, atMs - freshMs, atMs + freshMs))
    const last = (row: FoundSeries | undefined) => {
      const line = row && lines.get(row.id)
      if (!line || line.values.length === 0) return undefined
      return { value: line.values.at(-1)!, timeMs: line.timesMs.at(-1)! }
    }
    return {
      items: names.map((name) => {
        const row = known.get(name)
        const own = new Map((byName.get(name) ?? []).map((one) => [one.metric, one]))
        const state = last(own.get('if.state'))
        const rates = Object.fromEntries(
          Object.entries(fields).map(([metric, field]) => [field, last(own.get(metric))?.value ?? null]),
        ) as Record<(typeof fields)[keyof typeof fields], number | null>
        return {
          name,
          interfaceId: row?.id ?? null,
          alias: row?.alias ?? '',
          description: row?.description ?? '',
          kind: row?.kind ?? null,
          mac: row?.mac ?? null,
          speedBps: row?.speed_bps ?? null,
          state: state ? ((['down', 'up', 'off'] as const)[state.value] ?? null) : null,
          ...rates,
          isWatched: check?.watched.includes(name) ?? false,
          measuredAt: state ? new Date(state.timeMs).toISOString() : null,
          series: Object.fromEntries([...own].map(([metric, one]) => [metric, one.id])),
        }
      }),
    }
  },
})
