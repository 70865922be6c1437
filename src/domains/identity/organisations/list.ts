import { sql } from 'kysely'
import { listInput, listOutput, listPage, soughtIn } from '#kernel/operations'
import { Organisation } from '../contract.ts'
import { query } from '../operations.ts'
import { organisationOf } from './row.ts'

export const listOrganisations = query({
  name: 'organisations.list',
  route: 'GET /organisations',
  right: 'organisation.read',
  summary: 'The organisations',
  input: listInput(['name', 'createdAt'], {}),
  output: listOutput(Organisation),
  run: (tx, input, { access }) => {
    let rows = tx.selectFrom('identity.organisations').selectAll()
    if (input.q) rows = rows.where(soughtIn(input.q))
    return listPage(
      rows,
      input,
      { name: sql`name collate kernel.natural`, createdAt: sql`created_at` },
      (row) => organisationOf(row, access),
    )
  },
})
