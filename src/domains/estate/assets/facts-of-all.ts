import type { Tx } from '#kernel/database'
import type { EstateTables } from '../tables.ts'
import type { AssetChange } from './columns.ts'
import { keepFacts, typedRows } from './facts.ts'

/** Well below the 65,535 parameters of one statement. */
const rowsPerStatement = 2_000

/** `noteTyped` for many assets of one organisation at once. */
export async function noteTypedOfAll(
  tx: Tx<EstateTables>,
  organisationId: string,
  assets: readonly { id: string; typed: AssetChange }[],
): Promise<void> {
  const rows = assets.flatMap(({ id, typed }) => typedRows({ id, organisationId }, typed))
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await keepFacts(tx, rows.slice(start, start + rowsPerStatement))
}
