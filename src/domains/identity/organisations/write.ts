import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { Problem, required } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { Id, Name, Organisation } from '../contract.ts'
import { command } from '../operations.ts'
import type { IdentityTables } from '../tables.ts'
import { organisationOf } from './row.ts'

const about = { type: 'organisation', table: 'identity.organisations', says: 'organisation' } as const
const fields = { name: Name, notes: z.string().max(10_000) }

export const createOrganisation = command({
  name: 'organisations.create',
  route: 'POST /organisations',
  right: 'organisation.write',
  over: 'everything',
  summary: 'Add an organisation: a client or a department',
  subject: about,
  status: 201,
  input: z.strictObject({ ...fields, notes: fields.notes.default('') }),
  output: Organisation,
  async run(tx, input, { access }) {
    const row = await tx
      .insertInto('identity.organisations')
      .values({ id: newId(), ...input })
      .returningAll()
      .executeTakeFirstOrThrow()
    return organisationOf(row, access)
  },
})

export const updateOrganisation = command({
  name: 'organisations.update',
  route: 'PATCH /organisations/:id',
  right: 'organisation.write',
  summary: 'Change an organisation; its name, unique in all of Vigie, takes the right over everything',
  subject: { ...about, id: 'id' },
  input: z.strictObject({ id: Id, ...fields }).partial({ name: true, notes: true }),
  output: Organisation,
  async run(tx, { id, ...change }, { access }) {
    if (change.name !== undefined && !access.everything) await refuseAnotherName(tx, id, change.name)
    const row = await tx
      .updateTable('identity.organisations')
      .set({ id, ...change })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    return organisationOf(row, access)
  },
})

/** A name that is refused as taken would tell an organisation's administrator who else is served here. */
async function refuseAnotherName(tx: Tx<IdentityTables>, id: string, name: string): Promise<void> {
  const row = await tx
    .selectFrom('identity.organisations')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst()
  if (required(row).name !== name)
    throw new Problem('not-allowed', { reason: 'identity:problem.nameOverEverything' })
}

export const deleteOrganisation = command({
  name: 'organisations.delete',
  route: 'DELETE /organisations/:id',
  right: 'organisation.write',
  over: 'everything',
  summary: 'Remove an organisation that nothing belongs to any more',
  subject: { ...about, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }) {
    await tx.deleteFrom('identity.organisations').where('id', '=', id).execute()
  },
})
