import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { bulkOf, type CommandDefinition } from '#kernel/operations'
import { Id } from '../contract.ts'
import { command } from '../operations.ts'
import type { InventoryTables } from '../tables.ts'
import { discoveryById } from './row.ts'

const input = z.strictObject({ id: Id })

const deletion: CommandDefinition<InventoryTables, 'DELETE /discoveries/:id', typeof input, z.ZodVoid> = {
  name: 'discoveries.delete',
  route: 'DELETE /discoveries/:id',
  right: 'discovery.run',
  summary: 'Remove a discovery that is over; what it found stays among the proposals',
  subject: { type: 'discovery', table: 'inventory.discoveries', id: 'id', says: 'discovery' },
  input,
  output: z.void(),
  async run(tx, { id }, context) {
    const { state, prefix } = await discoveryById(tx, id)
    if (state === 'waiting' || state === 'running')
      throw new Problem('conflict', { reason: 'inventory:problem.discoveryRuns' })
    await tx.deleteFrom('inventory.discoveries').where('id', '=', id).execute()
    context.about({ subjectName: prefix })
  },
}

export const deleteDiscovery = command(deletion)

export const deleteDiscoveries = bulkOf(deletion, {
  domain: 'inventory',
  name: 'discoveries.bulkDelete',
  route: 'POST /discoveries/delete',
  summary: 'Remove many discoveries at once; in mode `each` those that run stay',
  change: z.strictObject({}).default({}),
})
