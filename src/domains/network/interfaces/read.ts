import { z } from 'zod'
import { required } from '#kernel/errors'
import { Id, Interface } from '../contract.ts'
import { query } from '../operations.ts'
import { interfaceOf } from './list.ts'

export const readInterface = query({
  name: 'interfaces.read',
  route: 'GET /interfaces/:id',
  right: 'interface.read',
  summary: 'One interface',
  input: z.strictObject({ id: Id }),
  output: Interface,
  async run(tx, { id }) {
    const row = await tx.selectFrom('network.interfaces').selectAll().where('id', '=', id).executeTakeFirst()
    return interfaceOf(required(row))
  },
})
