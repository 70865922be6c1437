import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Context } from '#kernel/operations'
import type { Role } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'
import { roleName } from './names.ts'

export const roleSubject = { type: 'role', table: 'identity.roles', says: 'role' } as const

/** The people counted are those that the caller may see. */
export function roleRows(tx: Tx<IdentityTables>) {
  return tx
    .selectFrom('identity.roles as r')
    .select(['r.id', 'r.builtin', 'r.name', 'r.rights'])
    .select(['r.created_at as createdAt', 'r.updated_at as updatedAt', 'r.version'])
    .select(
      sql<number>`(select count(distinct g.person_id) from identity.grants g where g.role_id = r.id)`.as(
        'peopleCount',
      ),
    )
}

type Row = z.input<typeof Role>

export function roleOf(row: Row, context: Context): Row {
  return { ...row, name: roleName(row, context) }
}

export async function roleById(tx: Tx<IdentityTables>, id: string, context: Context): Promise<Row> {
  return roleOf(required(await roleRows(tx).where('r.id', '=', id).executeTakeFirst()), context)
}
