import { z } from 'zod'
import { Alert, Id } from '../contract.ts'
import { query } from '../operations.ts'
import { alertById } from './row.ts'

export const readAlert = query({
  name: 'alerts.read',
  route: 'GET /alerts/:id',
  right: 'alert.read',
  summary: 'One alert',
  input: z.strictObject({ id: Id }),
  output: Alert,
  run: (tx, { id }) => alertById(tx, id),
})
