import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { isAcknowledged } from '../alerts/filters.ts'
import { State } from '../contract.ts'
import type { SupervisionTables } from '../tables.ts'

/** How some assets fare. */
export const tally = {
  /** The worst of the assets; null where none is supervised. */
  state: State.nullable(),
  /** Whether somebody has in hand everything that is wrong. */
  isAcknowledged: z.boolean(),
  assets: z.number().int(),
  ok: z.number().int(),
  warning: z.number().int(),
  critical: z.number().int(),
  unknown: z.number().int(),
  unreachable: z.number().int(),
}

const Tallied = z.object(tally)
export type Tally = z.output<typeof Tallied>

/** Assets by how they fare; `inHand`: those that fare badly, and somebody has everything of it in hand. */
export type Counted = Omit<Tally, 'state' | 'isAcknowledged'> & { inHand: number }

/** `siteId` is null for assets that stand on no site. */
export type CountedOfSite = Counted & { siteId: string | null }

/** The assets of each site, without those of the sites below it. */
export async function countBySite(
  tx: Tx<SupervisionTables>,
  organisationId: string | undefined,
): Promise<CountedOfSite[]> {
  const { rows } = await sql<CountedOfSite>`
    with alerts as materialized (
      select asset_id, bool_and(${isAcknowledged()}) as acknowledged from supervision.alerts
      where closed_at is null group by asset_id
    )
    select a.site_id as "siteId", count(*) as assets, count(*) filter (where t.state = 'ok') as ok,
      count(*) filter (where t.state = 'warning') as warning, count(*) filter (where t.state = 'critical') as critical,
      count(*) filter (where t.state = 'unknown') as unknown,
      count(*) filter (where t.state = 'unreachable') as unreachable,
      count(*) filter (where t.state <> 'ok' and alerts.acknowledged) as "inHand"
    from estate.assets_seen a
      left join supervision.asset_states t on t.asset_id = a.id
      left join alerts on alerts.asset_id = a.id
    where ${organisationId ?? null}::uuid is null or a.organisation_id = ${organisationId ?? null}::uuid
    group by a.site_id`.execute(tx)
  return rows
}

const nothing: Counted = {
  assets: 0,
  ok: 0,
  warning: 0,
  critical: 0,
  unknown: 0,
  unreachable: 0,
  inHand: 0,
}

/** Adds assets to those that are counted for a site. */
export function add(counts: Map<string, Counted>, id: string, more: Counted): void {
  const before = counts.get(id) ?? nothing
  counts.set(id, sum([before, more]))
}

export function sum(all: readonly Counted[]): Counted {
  const total = { ...nothing }
  for (const one of all)
    for (const field of Object.keys(nothing) as (keyof Counted)[]) total[field] += one[field]
  return total
}

const worstFirst = ['critical', 'warning', 'unknown', 'unreachable', 'ok'] as const

export function tallyOf({ inHand, ...counts }: Counted = nothing): Tally {
  const wrong = counts.critical + counts.warning + counts.unknown + counts.unreachable
  return {
    state: worstFirst.find((state) => counts[state] > 0) ?? null,
    isAcknowledged: wrong > 0 && inHand === wrong,
    ...counts,
  }
}
