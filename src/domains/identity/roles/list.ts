import { z } from 'zod'
import { listOutput } from '#kernel/operations'
import { Role } from '../contract.ts'
import { whole } from '../me/whole.ts'
import { query } from '../operations.ts'
import { builtinRoles } from './builtin.ts'
import { roleOf, roleRows } from './row.ts'

/** Those that come with the product first, from most to least rights, then the house's own by name. */
export const listRoles = query({
  name: 'roles.list',
  route: 'GET /roles',
  right: 'person.read',
  summary: 'The roles, with their rights',
  input: z.strictObject({}),
  output: listOutput(Role),
  async run(tx, _input, context) {
    const roles = (await roleRows(tx).execute()).map((row) => roleOf(row, context))
    const { compare } = new Intl.Collator(context.language, { numeric: true })
    return whole(
      roles.toSorted(
        (one, other) => rank(one.builtin) - rank(other.builtin) || compare(one.name, other.name),
      ),
    )
  },
})

function rank(builtin: string | null): number {
  const at = builtinRoles.findIndex((role) => role.builtin === builtin)
  return at < 0 ? builtinRoles.length : at
}
