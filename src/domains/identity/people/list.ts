import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, listInput, listOutput, listPage, soughtIn } from '#kernel/operations'
import { Id, Person, personStates } from '../contract.ts'
import { query } from '../operations.ts'
import { peopleRows, personOf } from './row.ts'

export const listPeople = query({
  name: 'people.list',
  route: 'GET /people',
  right: 'person.read',
  summary: 'The people, with filters',
  input: listInput(['name', 'email', 'organisationName', 'state', 'lastSeenAt', 'createdAt'], {
    state: anyOf(z.enum(personStates)),
    organisationId: anyOf(Id),
    roleId: anyOf(Id),
    hasSecondFactor: z.stringbool().optional(),
  }),
  output: listOutput(Person),
  run: (tx, input, context) => {
    let rows = peopleRows(tx)
    if (input.q) rows = rows.where(soughtIn(input.q, 'p.sought'))
    if (input.state?.length) rows = rows.where('p.state', 'in', input.state)
    if (input.organisationId?.length) rows = rows.where('p.organisation_id', 'in', input.organisationId)
    if (input.hasSecondFactor !== undefined)
      rows = rows.where('f.person_id', input.hasSecondFactor ? 'is not' : 'is', null)
    const { roleId } = input
    if (roleId?.length)
      rows = rows.where((row) =>
        row.exists(
          row
            .selectFrom('identity.grants as g')
            .select('g.id')
            .whereRef('g.person_id', '=', 'p.id')
            .where('g.role_id', 'in', roleId),
        ),
      )
    return listPage(rows, input, sorts, (row) => personOf(row, context), sql`p.id`)
  },
})

const sorts = {
  name: sql`p.name collate kernel.natural`,
  email: sql`p.email`,
  organisationName: sql`coalesce(o.name, '') collate kernel.natural`,
  state: sql`p.state`,
  // Never seen: before all others.
  lastSeenAt: sql`coalesce(s.at, timestamptz 'epoch')`,
  createdAt: sql`p.created_at`,
}
