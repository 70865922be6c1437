import { z } from 'zod'
import { historyOf } from '#audit'
import { Entry } from '#audit/contract'
import { listOutput } from '#kernel/operations'
import { Circuit, Id } from '../contract.ts'
import { query } from '../operations.ts'
import { circuitById } from './row.ts'

export const readCircuit = query({
  name: 'circuits.read',
  route: 'GET /circuits/:id',
  right: 'circuit.read',
  summary: 'One circuit',
  input: z.strictObject({ id: Id }),
  output: Circuit,
  run: (tx, { id }) => circuitById(tx, id),
})

export const readCircuitHistory = query({
  name: 'circuits.history',
  route: 'GET /circuits/:id/history',
  right: 'circuit.read',
  summary: 'What happened to a circuit, newest first',
  input: z.strictObject({
    id: Id,
    limit: z.coerce.number().int().min(1).max(500).default(100),
    cursor: z.string().max(2_000).optional(),
  }),
  output: listOutput(Entry),
  async run(tx, { id, ...page }, context) {
    await circuitById(tx, id)
    return historyOf(tx, id, page, context)
  },
})
