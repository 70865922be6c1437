import { z } from 'zod'
import { newId } from '#kernel/ids'
import { bulkOf, type CommandDefinition } from '#kernel/operations'
import { Circuit, circuitFields, Id } from '../contract.ts'
import { command } from '../operations.ts'
import type { NetworkTables } from '../tables.ts'
import { circuitColumns } from './columns.ts'
import { checkEnds, checkInterface, withoutUnseen } from './ends.ts'
import { circuitById, circuitSubject } from './row.ts'

const change = z.strictObject(circuitFields).partial()

export const createCircuit = command({
  name: 'circuits.create',
  route: 'POST /circuits',
  right: 'circuit.write',
  summary: 'Add a circuit',
  subject: circuitSubject,
  status: 201,
  input: change.required({ name: true }).extend({ organisationId: Id }),
  output: Circuit,
  async run(tx, { organisationId, ...fields }) {
    await checkEnds(tx, fields)
    const id = newId()
    await tx
      .insertInto('network.circuits')
      .values({ id, organisation_id: organisationId, ...circuitColumns(fields), name: fields.name })
      .execute()
    await checkInterface(tx, id)
    return circuitById(tx, id)
  },
})

const updateInput = change.extend({ id: Id })

const update: CommandDefinition<NetworkTables, 'PATCH /circuits/:id', typeof updateInput, typeof Circuit> = {
  name: 'circuits.update',
  route: 'PATCH /circuits/:id',
  right: 'circuit.write',
  summary: 'Change a circuit',
  subject: { ...circuitSubject, id: 'id' },
  input: updateInput,
  output: Circuit,
  async run(tx, { id, ...said }) {
    const fields = await withoutUnseen(tx, id, said)
    await checkEnds(tx, fields)
    await tx
      .updateTable('network.circuits')
      .set({ ...circuitColumns(fields), id })
      .where('id', '=', id)
      .execute()
    await checkInterface(tx, id)
    return circuitById(tx, id)
  },
}

export const updateCircuit = command(update)

/** What many lines of one operator have in common. */
const { operator, technology, contract, supportPhone, supportEmail, targetToRestoreMinutes } = circuitFields

export const bulkUpdateCircuits = bulkOf(update, {
  domain: 'network',
  name: 'circuits.bulkUpdate',
  route: 'POST /circuits/bulk',
  summary: 'Change many circuits at once',
  change: z
    .strictObject({ operator, technology, contract, supportPhone, supportEmail, targetToRestoreMinutes })
    .partial(),
})

export const deleteCircuit = command({
  name: 'circuits.delete',
  route: 'DELETE /circuits/:id',
  right: 'circuit.write',
  summary: 'Remove a circuit',
  subject: { ...circuitSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }) {
    await tx.deleteFrom('network.circuits').where('id', '=', id).execute()
  },
})
