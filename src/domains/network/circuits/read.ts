import { z } from 'zod'
import { Circuit, Id } from '../contract.ts'
import { historyQuery } from '../history.ts'
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

export const readCircuitHistory = historyQuery({
  name: 'circuits.history',
  route: 'GET /circuits/:id/history',
  right: 'circuit.read',
  summary: 'What happened to a circuit, newest first',
  seen: circuitById,
})
