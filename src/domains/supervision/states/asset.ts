import { sql } from 'kysely'
import { z } from 'zod'
import { assetById } from '#estate'
import { alertOf, withNames } from '../alerts/row.ts'
import { isAcknowledged } from '../alerts/filters.ts'
import { checkOf } from '../checks/row.ts'
import { Alert, AssetState, Check, Id, State, Time } from '../contract.ts'
import { query } from '../operations.ts'
import { anyOf } from '#kernel/operations'

/** How one asset fares: what the head of its page says. */
export const readAssetState = query({
  name: 'assets.state',
  route: 'GET /assets/:id/state',
  right: 'asset.read',
  summary: 'How an asset fares: its state, its checks, its open alerts, its last changes',
  input: z.strictObject({ id: Id }),
  output: z.object({
    assetId: Id,
    /** Null: not supervised, or not yet judged. */
    state: State.nullable(),
    since: Time.nullable(),
    checks: z.array(Check),
    alerts: z.array(Alert),
    transitions: z.array(z.object({ at: Time, was: State.nullable(), state: State.nullable() })),
  }),
  async run(tx, { id }) {
    await assetById(tx, id)
    const held = await tx
      .selectFrom('supervision.asset_states')
      .select(['state', 'since'])
      .where('asset_id', '=', id)
      .executeTakeFirst()
    const checks = await tx
      .selectFrom('supervision.checks_seen')
      .selectAll()
      .where('asset_id', '=', id)
      .orderBy('template')
      .execute()
    const alerts = await tx
      .selectFrom('supervision.alerts_seen')
      .selectAll()
      .where('asset_id', '=', id)
      .where('closed_at', 'is', null)
      .orderBy('weight', 'desc')
      .orderBy('opened_at')
      .limit(200)
      .execute()
    const transitions = await tx
      .selectFrom('supervision.transitions')
      .select(['at', 'was', 'state'])
      .where('asset_id', '=', id)
      .orderBy('at', 'desc')
      .limit(50)
      .execute()
    return {
      assetId: id,
      state: held?.state ?? null,
      since: held?.since ?? null,
      checks: checks.map(checkOf),
      alerts: await withNames(tx, alerts.map(alertOf)),
      transitions,
    }
  },
})

export const listAssetStates = query({
  name: 'assets.states',
  route: 'GET /assets/states',
  right: 'asset.read',
  summary: 'How many assets fare at once: for lists and the map. What is not supervised is absent',
  input: z.strictObject({
    ids: anyOf(Id),
    siteId: anyOf(Id),
    /** On this site or any below it. */
    under: Id.optional(),
    state: anyOf(State),
  }),
  output: z.object({ items: z.array(AssetState) }),
  async run(tx, input) {
    let rows = tx
      .selectFrom('supervision.asset_states as t')
      // Of each of these by its index: a list asks for forty, where thousands may be open.
      .leftJoinLateral(
        (alerts) =>
          alerts
            .selectFrom('supervision.alerts')
            .select([
              sql<number>`count(*)`.as('count'),
              sql<boolean | null>`bool_and(${isAcknowledged()})`.as('all'),
            ])
            .where('closed_at', 'is', null)
            .whereRef('supervision.alerts.asset_id', '=', 't.asset_id')
            .as('a'),
        (join) => join.onTrue(),
      )
      .select(['t.asset_id', 't.state', 't.since', 'a.count', 'a.all'])
    if (input.ids) rows = rows.where(sql<boolean>`t.asset_id = any(${input.ids}::uuid[])`)
    if (input.state?.length) rows = rows.where('t.state', 'in', input.state)
    if (input.siteId?.length || input.under) {
      let assets = tx.selectFrom('estate.assets_seen').select('id')
      if (input.siteId?.length) assets = assets.where('site_id', 'in', input.siteId)
      if (input.under) assets = assets.where(sql<boolean>`site_path @> array[${input.under}::uuid]`)
      rows = rows.where('t.asset_id', 'in', assets)
    }
    const found = await rows.execute()
    return {
      items: found.map((row) => ({
        assetId: row.asset_id,
        state: row.state,
        since: row.since,
        isAcknowledged: row.all ?? false,
        alerts: row.count ?? 0,
      })),
    }
  },
})
