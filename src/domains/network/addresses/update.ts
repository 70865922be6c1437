import { z } from 'zod'
import { invalidField } from '#kernel/errors'
import { bulkOf, type CommandDefinition } from '#kernel/operations'
import { Address, addressFields, Id, IpAddress } from '../contract.ts'
import { command } from '../operations.ts'
import type { NetworkTables } from '../tables.ts'
import { checkFree, checkInterface } from './check.ts'
import { markPrimary, primaryOf, tellPrimary } from './primary.ts'
import { addressById, addressSubject } from './row.ts'

const change = z.strictObject({ address: IpAddress, isPrimary: z.boolean(), ...addressFields }).partial()
const input = change.extend({ id: Id })

const update: CommandDefinition<NetworkTables, 'PATCH /addresses/:id', typeof input, typeof Address> = {
  name: 'addresses.update',
  route: 'PATCH /addresses/:id',
  right: 'address.write',
  summary:
    'Change an address: itself, its name, its address plan, its interface, whether it is the primary one',
  subject: { ...addressSubject, id: 'id' },
  input,
  output: Address,
  async run(tx, { id, address, isPrimary, name, domain, interfaceId }, context) {
    const before = await addressById(tx, id)
    if (before.isPrimary && isPrimary === false)
      throw invalidField('isPrimary', 'network:problem.onePrimary', { asset: before.assetName })
    const to = { address: address ?? before.address, domain: domain ?? before.domain }
    await checkFree(tx, before.organisationId, to, id)
    await checkInterface(tx, before.assetId, interfaceId)
    const becomesPrimary = !before.isPrimary && isPrimary === true
    const present = becomesPrimary ? await primaryOf(tx, before.assetId) : undefined
    if (present) await markPrimary(tx, context, present.id, false)
    const written = { address, name, domain, interface_id: interfaceId, is_primary: isPrimary }
    await tx
      .updateTable('network.addresses')
      .set({ id, ...said(written) })
      .where('id', '=', id)
      .execute()
    const after = await addressById(tx, id)
    if (after.isPrimary && (becomesPrimary || after.address !== before.address))
      await tellPrimary(tx, context, after, after.address)
    return after
  },
}

/** What was not said stays as it is. */
function said<C extends object>(columns: C): { [K in keyof C]?: Exclude<C[K], undefined> } {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as never
}

export const updateAddress = command(update)

export const bulkUpdateAddresses = bulkOf(update, {
  domain: 'network',
  name: 'addresses.bulkUpdate',
  route: 'POST /addresses/bulk',
  summary: 'Put many addresses into one address plan',
  change: z.strictObject({ domain: addressFields.domain }).partial(),
})
