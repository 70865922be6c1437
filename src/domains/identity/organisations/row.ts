import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { Access } from '#kernel/access'
import type { Organisation } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'

/**
 * The table's row as the API says it. Who holds only some places of an organisation may know its name, so as to say
 * where they are; what is noted of it is not his.
 */
export function organisationOf(
  row: Selectable<IdentityTables['identity.organisations']>,
  access: Access,
): z.input<typeof Organisation> {
  const isWhole = access.everything || access.organisations.includes(row.id)
  return {
    id: row.id,
    name: row.name,
    notes: isWhole ? row.notes : '',
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}
