import { z } from 'zod'
import { required } from '#kernel/errors'
import { Id, Interface } from '../contract.ts'
import { query } from '../operations.ts'
import { interfaceOf, interfaceRows } from './row.ts'

export const readInterface = query({
  name: 'interfaces.read',
  route: 'GET /interfaces/:id',
  right: 'interface.read',
  summary: 'One interface',
  input: z.strictObject({ id: Id }),
  output: Interface,
  async run(tx, { id }) {
    return interfaceOf(required(await interfaceRows(tx).where('i.id', '=', id).executeTakeFirst()))
  },
})
