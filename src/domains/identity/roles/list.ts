import { sql } from 'kysely'
import { listInput, listOutput, listPage, soughtIn } from '#kernel/operations'
import { Role } from '../contract.ts'
import { query } from '../operations.ts'
import { builtinRoles } from './builtin.ts'
import { roleOf, roleRows } from './row.ts'

/** By `rank`: those that come with the product first, from most to least rights, then the house's own. */
export const listRoles = query({
  name: 'roles.list',
  route: 'GET /roles',
  right: 'person.read',
  summary: 'The roles, with their rights',
  input: listInput(['rank', 'name', 'peopleCount', 'rightCount'], {}),
  output: listOutput(Role),
  run(tx, input, context) {
    let rows = roleRows(tx)
    if (input.q) rows = rows.where(soughtIn(input.q, 'r.sought'))
    const sorts = {
      rank,
      name: sql`r.name collate kernel.natural`,
      peopleCount,
      rightCount: sql`cardinality(r.rights)`,
    }
    return listPage(rows, input, sorts, (row) => roleOf(row, context), sql`r.id`)
  },
})

const order = builtinRoles.map(({ builtin }) => builtin)
const rank = sql`coalesce(lpad(array_position(${order}::text[], r.builtin)::text, 2, '0'), '99 ' || r.name)
  collate kernel.natural`
const peopleCount = sql`(select count(distinct g.person_id) from identity.grants g where g.role_id = r.id)`
