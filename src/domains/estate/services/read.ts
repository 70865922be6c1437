import { z } from 'zod'
import { Id, Service } from '../contract.ts'
import { query } from '../operations.ts'
import { readServiceRow } from './row.ts'

export const readService = query({
  name: 'services.read',
  route: 'GET /services/:id',
  right: 'service.read',
  summary: 'One service, with what it depends on',
  input: z.strictObject({ id: Id }),
  output: Service,
  run: (tx, { id }) => readServiceRow(tx, id),
})
