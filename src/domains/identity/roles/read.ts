import { z } from 'zod'
import { Id, Role } from '../contract.ts'
import { query } from '../operations.ts'
import { roleById } from './row.ts'

export const readRole = query({
  name: 'roles.read',
  route: 'GET /roles/:id',
  right: 'person.read',
  summary: 'One role',
  input: z.strictObject({ id: Id }),
  output: Role,
  run: (tx, { id }, context) => roleById(tx, id, context),
})
