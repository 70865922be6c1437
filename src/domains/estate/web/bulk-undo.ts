import { api, type Input } from '#web/api.ts'

type BulkRoute = 'POST /sites/bulk' | 'POST /assets/bulk'
type Change<R extends BulkRoute> = Input<R>['change']

/** Gives the rows of each group back what they had: rows that had the same are written together. */
export async function giveBack<R extends BulkRoute, Row extends { id: string }>(
  route: R,
  rows: readonly Row[],
  before: (row: Row) => Change<R>,
): Promise<void> {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(before(row)))
  for (const group of groups.values())
    await api(route, {
      ids: group.map(({ id }) => id),
      change: before(group[0]!),
      mode: 'each',
    } as Input<R>)
}
