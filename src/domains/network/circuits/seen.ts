import type { Access } from '#kernel/access'
import type { Tx } from '#kernel/database'
import type { Context } from '#kernel/operations'
import type { NetworkTables } from '../tables.ts'

/**
 * Those of these circuits that the caller may read, with their names. Row-level security holds for the right of the
 * operation (`link.read`); what it lets through is narrowed to `circuit.read`, which may reach less far.
 */
export async function circuitsSeen(
  tx: Tx<NetworkTables>,
  ids: readonly (string | null)[],
  context: Context,
): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .selectFrom('network.circuits')
    .select(['id', 'name', 'organisation_id', 'site_id'])
    .where('id', 'in', wanted)
    .execute()
  const { actor } = context
  const access = actor.kind === 'person' ? actor.access('circuit.read') : context.access
  return new Map(rows.filter((row) => reaches(access, row)).map(({ id, name }) => [id, name]))
}

function reaches(access: Access, row: { organisation_id: string; site_id: string | null }): boolean {
  return (
    access.everything ||
    access.organisations.includes(row.organisation_id) ||
    (row.site_id !== null && access.places.includes(row.site_id))
  )
}
