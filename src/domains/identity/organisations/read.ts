import { z } from 'zod'
import { required } from '#kernel/errors'
import { Id, Organisation } from '../contract.ts'
import { query } from '../operations.ts'
import { organisationOf } from './row.ts'

export const readOrganisation = query({
  name: 'organisations.read',
  route: 'GET /organisations/:id',
  right: 'organisation.read',
  summary: 'One organisation',
  input: z.strictObject({ id: Id }),
  output: Organisation,
  async run(tx, { id }, { access }) {
    const row = await tx
      .selectFrom('identity.organisations')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    return organisationOf(required(row), access)
  },
})
