import type { Cause, Ending, Fault, State } from '../contract/words.ts'
import { sql } from 'kysely'
import type { AssetPlaced } from '#estate'
import type { Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import { newId } from '#kernel/ids'
import { alertChanged, alertClosed, alertOpened } from '../contract.ts'
import type { SupervisionTables } from '../tables.ts'
import { refreshAssetStates } from './asset-states.ts'

/** A hard change of one rule, on one component, as a worker has judged it. */
export interface RuleChange {
  kind: 'rule'
  asset: AssetPlaced
  checkId: string
  rule: string
  component: string
  state: State
  measured: number | null
  threshold: number | null
  /** Why nothing came, where that is what is wrong. */
  cause?: Cause
  /** Why it is over, where it is not because it is well again. */
  ended?: Ending
  atMs: number
}

/** The check's own state: the worst of its rules. */
export interface CheckChange {
  kind: 'check'
  asset: AssetPlaced
  checkId: string
  state: State
  atMs: number
}

/** What became of an alert: what is told of it. */
export interface AlertNews {
  id: string
  asset: AssetPlaced
  /** Of one that was deleted: nobody can look it up any more. */
  assetName?: string
  rule: string
  component: string
  state: Fault
  measured: number | null
  threshold: number | null
  cause: Cause | null
  what: 'opened' | 'changed' | 'closed'
  /** Of one that is closed. */
  ended: Ending | null
  openedAt: string
  at: string
  isMuted: boolean
}

/**
 * Writes changes of state in the caller's transaction: the states, the alerts, the events. Writing a change again does
 * nothing. @returns what is to be told.
 */
export async function commitChanges(
  tx: Tx<SupervisionTables>,
  changes: readonly (RuleChange | CheckChange)[],
  emit: (event: EventInstance) => void,
): Promise<AlertNews[]> {
  const news: AlertNews[] = []
  for (const round of roundsOf(changes.filter((change) => change.kind === 'rule'))) {
    news.push(
      ...(await openAlerts(
        tx,
        round.filter((change) => change.state !== 'ok'),
      )),
    )
    news.push(
      ...(await closeAlerts(
        tx,
        round.filter((change) => change.state === 'ok'),
      )),
    )
  }
  for (const one of news) emit(eventOf(one))
  await writeStates(
    tx,
    changes.filter((change) => change.kind === 'check'),
  )
  const assets = new Map(changes.map(({ asset }) => [asset.id, asset]))
  const atMs = Math.max(...changes.map((change) => change.atMs))
  await refreshAssetStates(tx, [...assets.values()], new Date(atMs), emit)
  return news
}

/** Each rule once in a round, in order: where the database was away, one may have changed more than once. */
function roundsOf(changes: readonly RuleChange[]): RuleChange[][] {
  const rounds: Map<string, RuleChange>[] = []
  for (const change of changes) {
    const key = `${change.asset.id} ${change.rule} ${change.component}`
    const last = rounds.findLastIndex((round) => round.has(key))
    const round = rounds[last + 1] ?? new Map<string, RuleChange>()
    rounds[last + 1] = round.set(key, change)
  }
  return rounds.map((round) => [...round.values()])
}

interface Written {
  id: string
  asset_id: string
  rule: string
  component: string
  state: Fault
  measured: number | null
  threshold: number | null
  cause: Cause | null
  opened_at: string
  changed_at: string
  ended: Ending | null
  is_new: boolean
  is_muted: boolean
}

async function openAlerts(tx: Tx<SupervisionTables>, changes: readonly RuleChange[]): Promise<AlertNews[]> {
  if (changes.length === 0) return []
  const { rows } = await sql<Written>`
    insert into supervision.alerts as a (id, organisation_id, asset_id, check_id, rule, component, state, worst, measured,
      threshold, cause, opened_at, changed_at, asset_name, asset_kind, site_id)
    select wanted.id, wanted.organisation_id, asset_id, check_id, rule, component, state, state, measured, threshold, cause,
      at, at, s.name, s.kind, s.site_id
    from unnest(${changes.map(() => newId())}::uuid[], ${changes.map(({ asset }) => asset.organisationId)}::uuid[],
      ${changes.map(({ asset }) => asset.id)}::uuid[], ${changes.map(({ checkId }) => checkId)}::uuid[],
      ${changes.map(({ rule }) => rule)}::text[], ${changes.map(({ component }) => component)}::text[],
      ${changes.map(({ state }) => state)}::text[], ${changes.map(({ measured }) => measured)}::float8[],
      ${changes.map(({ threshold }) => threshold)}::float8[], ${changes.map(({ cause }) => cause ?? null)}::text[],
      ${changes.map(({ atMs }) => new Date(atMs))}::timestamptz[])
      wanted (id, organisation_id, asset_id, check_id, rule, component, state, measured, threshold, cause, at)
      join estate.assets_seen s on s.id = wanted.asset_id
    where exists (select from supervision.checks c where c.id = wanted.check_id and c.is_enabled and c.lacks is null)
    on conflict (asset_id, rule, component) where closed_at is null do update set state = excluded.state,
      worst = case when excluded.state = 'critical' or a.worst = 'unknown' then excluded.state else a.worst end,
      measured = excluded.measured, threshold = excluded.threshold, cause = excluded.cause, changed_at = excluded.changed_at
      where a.state <> excluded.state
    returning a.id, a.asset_id, a.rule, a.component, a.state, a.measured, a.threshold, a.cause, a.opened_at, a.changed_at, a.ended,
      a.opened_at = a.changed_at as is_new, coalesce(a.muted_until > a.changed_at, false) as is_muted`.execute(
    tx,
  )
  return rows.map((row) => newsOf(row, changes, row.is_new ? 'opened' : 'changed'))
}

async function closeAlerts(tx: Tx<SupervisionTables>, changes: readonly RuleChange[]): Promise<AlertNews[]> {
  if (changes.length === 0) return []
  const { rows } = await sql<Written>`
    update supervision.alerts a set closed_at = at, changed_at = at, measured = wanted.measured, ended = wanted.ended
    from unnest(${changes.map(({ asset }) => asset.id)}::uuid[], ${changes.map(({ rule }) => rule)}::text[],
      ${changes.map(({ component }) => component)}::text[], ${changes.map(({ measured }) => measured)}::float8[],
      ${changes.map(({ ended }) => ended ?? 'recovered')}::text[],
      ${changes.map(({ atMs }) => new Date(atMs))}::timestamptz[]) wanted (asset_id, rule, component, measured, ended, at)
    where a.closed_at is null and a.asset_id = wanted.asset_id and a.rule = wanted.rule and a.component = wanted.component
    returning a.id, a.asset_id, a.rule, a.component, a.state, a.measured, a.threshold, a.cause, a.opened_at, a.changed_at, a.ended,
      false as is_new, coalesce(a.muted_until > a.changed_at, false) as is_muted`.execute(tx)
  return rows.map((row) => newsOf(row, changes, 'closed'))
}

function newsOf(row: Written, changes: readonly RuleChange[], what: AlertNews['what']): AlertNews {
  return {
    id: row.id,
    asset: changes.find(({ asset }) => asset.id === row.asset_id)!.asset,
    rule: row.rule,
    component: row.component,
    state: row.state,
    measured: row.measured,
    threshold: row.threshold,
    cause: row.cause,
    what,
    ended: row.ended,
    openedAt: new Date(row.opened_at).toISOString(),
    at: new Date(row.changed_at).toISOString(),
    isMuted: row.is_muted,
  }
}

const events = { opened: alertOpened, changed: alertChanged, closed: alertClosed } as const

function eventOf({ what, id, asset, state, rule, component }: AlertNews): EventInstance {
  return events[what](asset.organisationId, { id, assetId: asset.id, state, rule, component }, asset.siteId)
}

async function writeStates(tx: Tx<SupervisionTables>, changes: readonly CheckChange[]): Promise<void> {
  // The last one of each check holds.
  const last = [...new Map(changes.map((change) => [change.checkId, change])).values()]
  if (last.length === 0) return
  await sql`insert into supervision.states as s (check_id, organisation_id, asset_id, state, since)
    select c.id, c.organisation_id, c.asset_id, wanted.state, wanted.at
    from unnest(${last.map(({ checkId }) => checkId)}::uuid[], ${last.map(({ state }) => state)}::text[],
      ${last.map(({ atMs }) => new Date(atMs))}::timestamptz[]) wanted (check_id, state, at)
    join supervision.checks c on c.id = wanted.check_id
    where c.is_enabled and c.lacks is null
    on conflict (check_id) do update set state = excluded.state, since = excluded.since
      where s.state <> excluded.state`.execute(tx)
}
