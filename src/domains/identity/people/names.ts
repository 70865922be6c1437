import { sql } from 'kysely'
import { typed, type AnyTx } from '#kernel/database'
import type { IdentityTables } from '../tables.ts'

/**
 * The names of people by their ids; who does not exist is left out. Not narrowed to what the transaction may see: who
 * may see a thing may see the name of who answers for it.
 */
export async function personNames(
  given: AnyTx,
  ids: readonly (string | null)[],
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from identity.names_of(${wanted}::uuid[])`.execute(typed<IdentityTables>(given))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
