import { sql } from 'kysely'
import { z } from 'zod'
import { serviceNames } from '#estate'
import { anyOf } from '#kernel/operations'
import { isAcknowledged } from '../alerts/filters.ts'
import { Id, ServiceState } from '../contract.ts'
import { query } from '../operations.ts'
import { worst } from './state.ts'

/** A service fares as the worst of what it needs, by itself or through the services it needs. */
export const listServiceStates = query({
  name: 'services.states',
  route: 'GET /services/states',
  right: 'service.read',
  summary: 'How services fare: the worst of what each needs. One that needs nothing supervised is absent',
  input: z.strictObject({
    ids: anyOf(Id),
    /** Only those that need something that is wrong. */
    isWrong: z.stringbool().optional(),
  }),
  output: z.object({ items: z.array(ServiceState) }),
  async run(tx, { ids, isWrong }) {
    let rows = tx
      .selectFrom('estate.service_assets as n')
      .innerJoin('supervision.asset_states as t', 't.asset_id', 'n.asset_id')
      .select((row) => [
        'n.service_id',
        'n.asset_id',
        't.state',
        row
          .selectFrom('supervision.alerts')
          .select(sql<boolean | null>`bool_and(${isAcknowledged()})`.as('all'))
          .where('closed_at', 'is', null)
          .whereRef('supervision.alerts.asset_id', '=', 't.asset_id')
          .as('is_held'),
      ])
    if (ids) rows = rows.where(sql<boolean>`n.service_id = any(${ids}::uuid[])`)
    if (isWrong) rows = rows.where('t.state', '<>', 'ok')
    const byService = Map.groupBy(await rows.execute(), (row) => row.service_id)
    const names = await serviceNames(tx, [...byService.keys()])
    const items = [...byService].map(([serviceId, needed]) => {
      const wrong = needed.filter(({ state }) => state !== 'ok')
      return {
        serviceId,
        name: names.get(serviceId) ?? '',
        state: worst(needed.map(({ state }) => state))!,
        isAcknowledged: wrong.length > 0 && wrong.every((row) => row.is_held === true),
        wrongAssetIds: wrong.map((row) => row.asset_id),
      }
    })
    return { items: items.toSorted((one, other) => one.name.localeCompare(other.name)) }
  },
})
