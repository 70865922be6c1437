import { z } from 'zod'
import { Id, Person } from '../contract.ts'
import { query } from '../operations.ts'
import { personById } from './row.ts'

export const readPerson = query({
  name: 'people.read',
  route: 'GET /people/:id',
  right: 'person.read',
  summary: 'One person, with the roles held',
  input: z.strictObject({ id: Id }),
  output: Person,
  run: (tx, { id }, context) => personById(tx, id, context),
})
