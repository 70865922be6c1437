import { sql } from 'kysely'
import { z } from 'zod'
import { assetsByIds } from '#estate'
import { Id, Time } from '../contract.ts'
import { query } from '../operations.ts'
import type { WorkerHealth } from '../scheduler/told-health.ts'

const int = z.number().int()

const Troubled = z.object({
  assetId: Id,
  assetName: z.string(),
  address: z.string(),
  /** Why it gave nothing; null where it only took long. */
  fault: z.string().nullable(),
  ms: int,
})

const Worker = z
  .object({
    id: Id,
    name: z.string(),
    startedAt: Time,
    toldAt: Time.nullable(),
    assets: int,
    checks: int,
    /** Turns under way, those left out since the start because the one before still ran, and the latest beginning. */
    running: int,
    skipped: int,
    latestMs: z.number(),
    valuesStored: int,
    valuesWaiting: int,
    valuesLost: int,
    changesWaiting: int,
    pings: z.object({ way: z.string(), sent: int, lost: int, fault: z.string().nullable() }),
    snmp: z.record(z.string(), z.number()),
  })
  .meta({ id: 'SupervisionWorker' })

/** How supervision itself fares, over all its workers. */
export const readHealth = query({
  name: 'supervision.health',
  route: 'GET /supervision/health',
  right: 'check.read',
  over: 'everything',
  summary: 'How supervision fares: its workers, what is late or waits, which devices answer badly and why',
  input: z.strictObject({}),
  output: z.object({
    workers: z.array(Worker),
    /** Assets that no worker has taken. */
    unheld: int,
    resting: z.object({ address: int, credential: int, confirmation: int, service: int }),
    disabled: int,
    troubled: z.array(Troubled),
  }),
  async run(tx) {
    const rows = await tx.selectFrom('supervision.workers').selectAll().orderBy('started_at').execute()
    const told = rows.map((row) => ({ row, health: row.health as Partial<WorkerHealth> }))
    const troubled = told.flatMap(({ health }) => health.troubled ?? [])
    const assets = await assetsByIds(
      tx,
      troubled.map(({ assetId }) => assetId),
    )
    const counts = await sql<{
      unheld: number
      address: number
      credential: number
      confirmation: number
      service: number
      disabled: number
    }>`
      select (select count(*) from supervision.leases where worker_id is null) as unheld,
        count(*) filter (where lacks = 'address') as address, count(*) filter (where lacks = 'credential') as credential,
        count(*) filter (where lacks = 'confirmation') as confirmation,
        count(*) filter (where lacks = 'service') as service, count(*) filter (where not is_enabled) as disabled
      from supervision.checks`.execute(tx)
    const { unheld, disabled, ...resting } = counts.rows[0]!
    return {
      workers: told.map(({ row, health }) => workerOf(row, health)),
      unheld,
      resting,
      disabled,
      // Only those that the caller may see have a name.
      troubled: troubled.flatMap((one) => {
        const asset = assets.get(one.assetId)
        return asset ? [{ ...one, assetName: asset.name }] : []
      }),
    }
  },
})

function workerOf(
  row: { id: string; name: string; started_at: string; told_at: string | null },
  health: Partial<WorkerHealth>,
): z.input<typeof Worker> {
  return {
    id: row.id,
    name: row.name,
    startedAt: row.started_at,
    toldAt: row.told_at,
    assets: health.assets ?? 0,
    checks: health.checks ?? 0,
    running: health.wheel?.running ?? 0,
    skipped: health.wheel?.skipped ?? 0,
    latestMs: Math.round(health.wheel?.latestMs ?? 0),
    valuesStored: health.values?.stored ?? 0,
    valuesWaiting: health.values?.waiting ?? 0,
    valuesLost: health.values?.lost ?? 0,
    changesWaiting: health.changesWaiting ?? 0,
    pings: health.ping ?? { way: '', sent: 0, lost: 0, fault: null },
    snmp: health.snmp ?? {},
  }
}
