import { api, type Input, type Route } from '../api.ts'

/** The routes that give many rows one change, all or none: `POST /sites/bulk`. */
export type BulkRoute = Extract<Route, `POST /${string}/bulk`>
export type Change<R extends BulkRoute> = Input<R> extends { change: infer C } ? C : never

/** Writes one change to many rows. @returns how many were written. */
export async function writeAll<R extends BulkRoute>(
  route: R,
  ids: readonly string[],
  change: Change<R>,
  mode: 'all' | 'each',
): Promise<number> {
  const { done } = await api(route, { ids, change, mode } as unknown as Input<R>)
  return done
}

/** Gives the rows of each group back what they had: rows that had the same are written together. */
export async function giveBack<R extends BulkRoute, Row extends { id: string }>(
  route: R,
  rows: readonly Row[],
  before: (row: Row) => Change<R>,
): Promise<void> {
  const groups = Map.groupBy(rows, (row) => JSON.stringify(before(row)))
  for (const group of groups.values())
    await writeAll(
      route,
      group.map(({ id }) => id),
      before(group[0]!),
      'each',
    )
}
