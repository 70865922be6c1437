import { z } from 'zod'
import { Id, Interface } from '../contract.ts'
import { historyQuery } from '../history.ts'
import { query } from '../operations.ts'
import { interfaceById } from './row.ts'

export const readInterface = query({
  name: 'interfaces.read',
  route: 'GET /interfaces/:id',
  right: 'interface.read',
  summary: 'One interface',
  input: z.strictObject({ id: Id }),
  output: Interface,
  run: (tx, { id }) => interfaceById(tx, id),
})

export const readInterfaceHistory = historyQuery({
  name: 'interfaces.history',
  route: 'GET /interfaces/:id/history',
  right: 'interface.read',
  summary: 'What happened to an interface, newest first',
  seen: interfaceById,
})
