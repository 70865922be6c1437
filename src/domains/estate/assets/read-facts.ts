import { z } from 'zod'
import { AssetFact, Id, type factFields } from '../contract.ts'
import { query } from '../operations.ts'
import { readAssetRow } from './row.ts'

export const readAssetFacts = query({
  name: 'assets.facts',
  route: 'GET /assets/:id/facts',
  right: 'asset.read',
  summary: 'Where the facts of an asset came from, and when',
  input: z.strictObject({ id: Id }),
  output: z.object({ items: z.array(AssetFact) }),
  async run(tx, { id }) {
    await readAssetRow(tx, id)
    const rows = await tx
      .selectFrom('estate.asset_facts')
      .selectAll()
      .where('asset_id', '=', id)
      .orderBy('field')
      .orderBy('source')
      .execute()
    return {
      items: rows.map((row) => ({
        field: row.field as (typeof factFields)[number],
        source: row.source,
        protocol: row.protocol,
        value: row.value === null ? null : textOf(row.value),
        readAt: row.read_at,
        detail: row.detail,
      })),
    }
  },
})

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value)
}
