import { sql } from 'kysely'
import type { Right } from '#kernel/access'
import type { Database } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { IdentityTables } from '../tables.ts'
import { builtinRoles } from './builtin.ts'

/** Writes the built-in roles with the rights that this version's domains declare. */
export async function ensureBuiltinRoles(database: Database, rights: readonly Right[]): Promise<void> {
  await database.system<IdentityTables, void>(async (tx) => {
    for (const { builtin, name, has } of builtinRoles) {
      const held = rights.filter(has).toSorted()
      await tx
        .insertInto('identity.roles')
        .values({ id: newId(), builtin, name, rights: held })
        .onConflict((conflict) =>
          conflict
            .column('builtin')
            .doUpdateSet({ rights: held })
            .where(sql<boolean>`identity.roles.rights is distinct from ${held}::text[]`),
        )
        .execute()
    }
  })
}
