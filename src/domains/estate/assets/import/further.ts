import type { AnyTx } from '#kernel/database'
import type { Context, WriteContext } from '#kernel/operations'
import { wrong } from '../../import/plan.ts'
import type { FurtherColumn, FurtherLine } from '../further.ts'
import type { PlannedAsset } from './plan.ts'

/** Completes the plan with what the columns of domains above say: what differs, and what is wrong. */
export async function planFurther(
  tx: AnyTx,
  organisationId: string,
  assets: readonly PlannedAsset[],
  columns: readonly FurtherColumn[],
  { say }: Context,
): Promise<void> {
  for (const column of columns) {
    const { name } = column
    const saying = assets.filter(({ further, action }) => further[name] !== undefined && action !== 'wrong')
    const lines = saying.map(({ line, id, further }): FurtherLine => ({
      line,
      assetId: id,
      value: further[name]!,
    }))
    const faults = await column.check(tx, organisationId, lines, say)
    const present = await column.values(
      tx,
      lines.flatMap(({ assetId }) => assetId ?? []),
    )
    for (const asset of saying) {
      const fault = faults.get(asset.line)
      if (fault !== undefined) wrong(asset, name, fault)
      else settle(asset, name, asset.id === null ? null : (present.get(asset.id) ?? null))
    }
  }
}

function settle(asset: PlannedAsset, name: string, before: string | null): void {
  const after = asset.further[name]!
  if (asset.action === 'create' || before === after) return
  asset.changes.push({ field: name, before, after })
  asset.action = 'change'
}

/** Writes them, once the assets themselves are written. @returns the assets of which that turned out wrong */
export async function writeFurther(
  tx: AnyTx,
  by: WriteContext,
  organisationId: string,
  assets: readonly PlannedAsset[],
  columns: readonly FurtherColumn[],
): Promise<PlannedAsset[]> {
  const late: PlannedAsset[] = []
  for (const column of columns) {
    const rows = assets.flatMap((asset) => {
      const value = asset.further[column.name]
      const isNews =
        asset.action === 'create' ||
        (asset.action === 'change' && asset.changes.some(({ field }) => field === column.name))
      if (value === undefined || !isNews) return []
      const siteId = asset.values.siteId ?? asset.found?.site_id ?? null
      return [{ line: asset.line, assetId: asset.id!, siteId, value }]
    })
    if (rows.length === 0) continue
    const faults = await column.write(tx, by, organisationId, rows, by.say)
    for (const asset of assets) {
      const fault = faults.get(asset.line)
      if (fault === undefined) continue
      wrong(asset, column.name, fault)
      late.push(asset)
    }
  }
  return late
}
