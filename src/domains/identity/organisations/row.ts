import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Organisation } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'

/** The table's row as the API says it. */
export function organisationOf(
  row: Selectable<IdentityTables['identity.organisations']>,
): z.input<typeof Organisation> {
  return {
    id: row.id,
    name: row.name,
    notes: row.notes,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}
