import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { Id, Role, roleFields } from '../contract.ts'
import { refuseBeyondOwnRights } from '../grants/covers.ts'
import { command } from '../operations.ts'
import type { IdentityTables } from '../tables.ts'
import { refuseUnknownRights } from './names.ts'
import { roleById, roleSubject } from './row.ts'

// Roles are the whole house's: one gives or takes only rights that one holds over everything.
const everything = { organisationId: null, placeId: null }

export const createRole = command({
  name: 'roles.create',
  route: 'POST /roles',
  right: 'role.write',
  over: 'everything',
  summary: 'Add a role of one’s own: a set of rights',
  subject: roleSubject,
  status: 201,
  input: z.strictObject(roleFields),
  output: Role,
  async run(tx, { name, rights }, context) {
    refuseUnknownRights(rights)
    refuseBeyondOwnRights(rights, everything, context)
    const id = newId()
    await tx
      .insertInto('identity.roles')
      .values({ id, name, rights: ordered(rights) })
      .execute()
    return roleById(tx, id, context)
  },
})

export const updateRole = command({
  name: 'roles.update',
  route: 'PATCH /roles/:id',
  right: 'role.write',
  over: 'everything',
  summary: 'Change a role of one’s own, for everybody who holds it',
  subject: { ...roleSubject, id: 'id' },
  input: z.strictObject({ id: Id, ...z.strictObject(roleFields).partial().shape }),
  output: Role,
  async run(tx, { id, name, rights }, context) {
    const before = await ownRole(tx, id)
    if (rights) refuseUnknownRights(rights.filter((right) => !before.rights.includes(right)))
    refuseBeyondOwnRights(rights ? different(before.rights, rights) : [], everything, context)
    await tx
      .updateTable('identity.roles')
      .set({ id, name, ...(rights ? { rights: ordered(rights) } : {}) })
      .where('id', '=', id)
      .execute()
    return roleById(tx, id, context)
  },
})

export const deleteRole = command({
  name: 'roles.delete',
  route: 'DELETE /roles/:id',
  right: 'role.write',
  over: 'everything',
  summary: 'Remove a role of one’s own that nobody holds any more',
  subject: { ...roleSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }) {
    await ownRole(tx, id)
    await tx.deleteFrom('identity.roles').where('id', '=', id).execute()
  },
})

async function ownRole(tx: Tx<IdentityTables>, id: string): Promise<{ rights: string[] }> {
  const { builtin, rights } = await tx
    .selectFrom('identity.roles')
    .select(['builtin', 'rights'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (builtin) throw new Problem('conflict', { reason: 'identity:problem.roleBuiltin' })
  return { rights }
}

function different(before: readonly string[], after: readonly string[]): string[] {
  return [
    ...before.filter((right) => !after.includes(right)),
    ...after.filter((right) => !before.includes(right)),
  ]
}

const ordered = (rights: readonly string[]) => [...new Set(rights)].toSorted()
