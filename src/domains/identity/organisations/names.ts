import { typed, type AnyTx } from '#kernel/database'
import type { IdentityTables } from '../tables.ts'

/** The names of organisations by their ids; those that the transaction does not see are left out. */
export async function organisationNames(
  given: AnyTx,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await typed<IdentityTables>(given)
    .selectFrom('identity.organisations')
    .select(['id', 'name'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
