import { z } from 'zod'
import { Address, Id } from '../contract.ts'
import { historyQuery } from '../history.ts'
import { query } from '../operations.ts'
import { addressById } from './row.ts'

export const readAddress = query({
  name: 'addresses.read',
  route: 'GET /addresses/:id',
  right: 'address.read',
  summary: 'One address',
  input: z.strictObject({ id: Id }),
  output: Address,
  run: (tx, { id }) => addressById(tx, id),
})

export const readAddressHistory = historyQuery({
  name: 'addresses.history',
  route: 'GET /addresses/:id/history',
  right: 'address.read',
  summary: 'What happened to an address, newest first',
  seen: addressById,
})
