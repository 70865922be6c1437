import { z } from 'zod'
import { assetById } from '#estate'
import { Address, addressFields, Id, IpAddress } from '../contract.ts'
import { command } from '../operations.ts'
import { checkFree, checkInterface } from './check.ts'
import { insertAddress } from './door.ts'
import { markPrimary, primaryOf, promoteNext, tellPrimary } from './primary.ts'
import { addressById, addressSubject } from './row.ts'

export const addAddress = command({
  name: 'addresses.create',
  route: 'POST /addresses',
  right: 'address.write',
  summary: 'Give an asset an address; its first one is where supervision speaks to it',
  subject: addressSubject,
  status: 201,
  input: z.strictObject({
    assetId: Id,
    address: IpAddress,
    isPrimary: z.boolean().optional(),
    name: addressFields.name.default(''),
    domain: addressFields.domain.default(''),
    interfaceId: addressFields.interfaceId.default(null),
  }),
  output: Address,
  async run(tx, { isPrimary = false, ...said }, context) {
    const { assetId, address, interfaceId } = said
    const { organisationId } = await assetById(tx, assetId)
    await checkFree(tx, organisationId, said)
    await checkInterface(tx, assetId, interfaceId)
    const present = await primaryOf(tx, assetId)
    const becomesPrimary = isPrimary || !present
    if (becomesPrimary && present) await markPrimary(tx, context, present.id, false)
    const given = { ...said, organisationId, isPrimary: becomesPrimary, source: 'typed' } as const
    const id = await insertAddress(tx, given)
    if (becomesPrimary) await tellPrimary(tx, context, given, address)
    return addressById(tx, id)
  },
})

export const setPrimaryAddress = command({
  name: 'addresses.set-primary',
  route: 'POST /addresses/:id/primary',
  right: 'address.write',
  summary: 'Speak to the asset at this address from now on',
  subject: { ...addressSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: Address,
  async run(tx, { id }, context) {
    const row = await addressById(tx, id)
    if (row.isPrimary) return row
    const present = await primaryOf(tx, row.assetId)
    if (present) await markPrimary(tx, context, present.id, false)
    await tx.updateTable('network.addresses').set({ is_primary: true }).where('id', '=', id).execute()
    await tellPrimary(tx, context, row, row.address)
    return addressById(tx, id)
  },
})

export const removeAddress = command({
  name: 'addresses.delete',
  route: 'DELETE /addresses/:id',
  right: 'address.write',
  summary: 'Take an address away from its asset',
  subject: { ...addressSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }, context) {
    const row = await addressById(tx, id)
    await tx.deleteFrom('network.addresses').where('id', '=', id).execute()
    if (row.isPrimary) await tellPrimary(tx, context, row, await promoteNext(tx, context, row.assetId))
  },
})
