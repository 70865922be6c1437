import { z } from 'zod'
import { assetById } from '#estate'
import type { Tx } from '#kernel/database'
import { invalidField, Problem } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { bulkOf, type CommandDefinition } from '#kernel/operations'
import { Id, Interface, interfaceFields } from '../contract.ts'
import { command } from '../operations.ts'
import type { NetworkTables } from '../tables.ts'
import { typedColumns, interfaceColumns } from './columns.ts'
import { interfaceById, interfaceSubject } from './row.ts'

const change = z.strictObject(interfaceFields).partial()
const updateInput = change.extend({ id: Id })

export const createInterface = command({
  name: 'interfaces.create',
  route: 'POST /interfaces',
  right: 'interface.write',
  summary: 'Add an interface to an asset whose device does not tell of it',
  subject: interfaceSubject,
  status: 201,
  input: change.required({ name: true }).extend({ assetId: Id }),
  output: Interface,
  async run(tx, { assetId, ...fields }) {
    const { organisationId } = await assetById(tx, assetId)
    await checkName(tx, assetId, fields.name)
    const id = newId()
    const columns = interfaceColumns(fields)
    await tx
      .insertInto('network.interfaces')
      .values({
        id,
        organisation_id: organisationId,
        asset_id: assetId,
        ...columns,
        name: fields.name,
        source: 'typed',
        typed: typedColumns([], columns),
      })
      .execute()
    return interfaceById(tx, id)
  },
})

const update: CommandDefinition<
  NetworkTables,
  'PATCH /interfaces/:id',
  typeof updateInput,
  typeof Interface
> = {
  name: 'interfaces.update',
  route: 'PATCH /interfaces/:id',
  right: 'interface.write',
  summary:
    'Change an interface; what is written stays when its device tells otherwise, what is emptied is its own to tell',
  subject: { ...interfaceSubject, id: 'id' },
  input: updateInput,
  output: Interface,
  async run(tx, { id, ...fields }) {
    const before = await interfaceById(tx, id)
    if (fields.name !== undefined && fields.name !== before.name) {
      if (before.source === 'discovered') throw invalidField('name', 'network:problem.interfaceNamed')
      await checkName(tx, before.assetId, fields.name)
    }
    // A form sends all its fields: what says what was there already was not written.
    const news = Object.fromEntries(
      Object.entries(fields).filter(([field, value]) => value !== before[field as keyof typeof fields]),
    ) as typeof fields
    const { typed } = await tx
      .selectFrom('network.interfaces')
      .select('typed')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const columns = interfaceColumns(news)
    await tx
      .updateTable('network.interfaces')
      .set({ id, ...columns, typed: typedColumns(typed, columns) })
      .where('id', '=', id)
      .execute()
    return interfaceById(tx, id)
  },
}

export const updateInterface = command(update)

export const bulkUpdateInterfaces = bulkOf(update, {
  domain: 'network',
  name: 'interfaces.bulkUpdate',
  route: 'POST /interfaces/bulk',
  summary: 'Change many interfaces at once',
  change: z.strictObject({ kind: interfaceFields.kind, vlan: interfaceFields.vlan }).partial(),
})

export const deleteInterface = command({
  name: 'interfaces.delete',
  route: 'DELETE /interfaces/:id',
  right: 'interface.write',
  summary: 'Remove an interface that was written by hand, or that its device no longer tells of',
  subject: { ...interfaceSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }) {
    const { source, goneAt } = await interfaceById(tx, id)
    if (source === 'discovered' && goneAt === null)
      throw new Problem('conflict', { reason: 'network:problem.interfaceTold' })
    await tx.deleteFrom('network.interfaces').where('id', '=', id).execute()
  },
})

/** Interfaces are known by their names. */
async function checkName(tx: Tx<NetworkTables>, assetId: string, name: string): Promise<void> {
  const holder = await tx
    .selectFrom('network.interfaces')
    .select('id')
    .where('asset_id', '=', assetId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (holder) throw invalidField('name', 'network:problem.interfaceTaken', { name })
}
