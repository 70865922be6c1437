import { z } from 'zod'
import type { CommandDefinition } from '#kernel/operations'
import { Id, Service, serviceFields } from '../contract.ts'
import { command } from '../operations.ts'
import { checkResponsible } from '../responsibles/known.ts'
import type { EstateTables } from '../tables.ts'
import { dependencyChanges } from './changes.ts'
import { serviceColumns } from './columns.ts'
import { setDependencies } from './depend.ts'
import { readServiceRow, serviceSubject } from './row.ts'

const input = z.strictObject({ id: Id, ...z.strictObject(serviceFields).partial().shape })

export const serviceUpdate: CommandDefinition<
  EstateTables,
  'PATCH /services/:id',
  typeof input,
  typeof Service
> = {
  name: 'services.update',
  route: 'PATCH /services/:id',
  right: 'service.write',
  summary: 'Change a service, or what it depends on',
  subject: { ...serviceSubject, id: 'id' },
  input,
  output: Service,
  async run(tx, { id, ...change }, context) {
    const before = await readServiceRow(tx, id)
    if (change.ownerId !== before.ownerId)
      await checkResponsible(tx, before.organisationId, 'ownerId', change.ownerId)
    // Written even where only dependencies changed: the version counts every change.
    await tx
      .updateTable('estate.services')
      .set({ ...serviceColumns(change), id })
      .where('id', '=', id)
      .execute()
    await setDependencies(tx, before, change)
    const after = await readServiceRow(tx, id)
    context.about({ changes: dependencyChanges(before, after) })
    return after
  },
}

export const updateService = command(serviceUpdate)
