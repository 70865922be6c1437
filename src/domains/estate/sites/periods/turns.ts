import { sql } from 'kysely'
import type { Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import { cycle } from '#kernel/jobs'
import { levelPeriodBegun, levelPeriodEnded } from '../../contract.ts'
import type { EstateTables } from '../../tables.ts'

const batch = 500

/** Says when a period begins and ends: the level in force changes then, though nobody wrote anything. */
export const sayPeriodTurns = cycle({
  name: 'estate.period-turns',
  everyMs: 2_000,
  run: ({ system }) => system<EstateTables, boolean>(sayTurns),
})

interface Turned {
  id: string
  organisation_id: string
  site_id: string
  level: number
  ends_at: string
  said: 'planned' | 'running' | 'over'
  phase: 'planned' | 'running' | 'over'
}

/** One worker at a time: what another has just said is not said again. @returns whether more is waiting. */
async function sayTurns(tx: Tx<EstateTables>, emit: (event: EventInstance) => void): Promise<boolean> {
  const { rows: locked } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('vigie period turns')) as locked`.execute(tx)
  if (!locked[0]?.locked) return false
  const turned = await readTurned(tx)
  if (turned.length === 0) return false
  for (const period of turned) for (const event of turnsOf(period)) emit(event)
  await sql`
    insert into estate.level_periods_said (period_id, phase)
    select * from unnest(${turned.map(({ id }) => id)}::uuid[], ${turned.map(({ phase }) => phase)}::text[])
    on conflict (period_id) do update set phase = excluded.phase`.execute(tx)
  return turned.length === batch
}

/** The periods of which something else was last said than what they are; in the order of their beginnings. */
async function readTurned(tx: Tx<EstateTables>): Promise<Turned[]> {
  const { rows } = await sql<Turned>`
    select p.id, p.organisation_id, p.site_id, p.level, p.ends_at, p.phase, coalesce(s.phase, 'planned') as said
    from (select *, case when starts_at > kernel.clock() then 'planned' when ends_at > kernel.clock() then 'running'
        else 'over' end as phase from estate.level_periods) p
      left join estate.level_periods_said s on s.period_id = p.id
    where p.phase <> coalesce(s.phase, 'planned') order by p.starts_at, p.id limit ${batch}`.execute(tx)
  return rows
}

/** A period that passed while no worker ran is said to have begun and ended; one that is put off, to have ended. */
function turnsOf({ said, phase, ...period }: Turned): EventInstance[] {
  const { id, site_id: siteId, level, organisation_id: organisationId } = period
  const payload = { id, siteId, level, endsAt: period.ends_at }
  const hasBegun = said !== 'running' && phase !== 'planned'
  const hasEnded = said === 'running' || (said === 'planned' && phase === 'over')
  return [
    ...(hasBegun ? [levelPeriodBegun(organisationId, payload, siteId)] : []),
    ...(hasEnded ? [levelPeriodEnded(organisationId, payload, siteId)] : []),
  ]
}
