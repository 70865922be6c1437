import { z } from 'zod'
import { listOutput } from '#kernel/operations'
import { RightLine } from '../contract.ts'
import { surroundings } from '../house/surroundings.ts'
import { whole } from '../me/whole.ts'
import { query } from '../operations.ts'
import { domainOfRight, rightName } from './names.ts'

/** Derived from what the operations declare: it cannot say something else than what is checked. */
export const listRights = query({
  name: 'rights.list',
  route: 'GET /rights',
  right: 'person.read',
  summary: 'The matrix of rights: each right, what it allows, the roles that hold it',
  input: z.strictObject({}),
  output: listOutput(RightLine),
  async run(tx) {
    const { rights, operations } = surroundings()
    const roles = await tx.selectFrom('identity.roles').select(['id', 'rights']).execute()
    return whole(
      rights.map((right) => ({
        right,
        domain: domainOfRight(right),
        name: { fr: rightName(right, 'fr'), en: rightName(right, 'en') },
        operations: operations()
          .filter((operation) => operation.right === right)
          .map(({ name, route, summary, over }) => ({ name, route, summary, over })),
        roleIds: roles.filter((role) => role.rights.includes(right)).map(({ id }) => id),
      })),
    )
  },
})
