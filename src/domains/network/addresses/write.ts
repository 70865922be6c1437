import { sql } from 'kysely'
import { z } from 'zod'
import { assetById } from '#estate'
import { invalidField, required } from '#kernel/errors'
import { addressChanged, Address, Id, IpAddress } from '../contract.ts'
import { command } from '../operations.ts'
import { assetsByAddress, setAddress } from './door.ts'
import { addressById } from './row.ts'

const subject = { type: 'address', table: 'network.addresses' } as const

export const addAddress = command({
  name: 'addresses.create',
  route: 'POST /addresses',
  right: 'address.write',
  summary: 'Give an asset an address; its first one is where supervision speaks to it',
  subject,
  status: 201,
  input: z.strictObject({ assetId: Id, address: IpAddress, isPrimary: z.boolean().optional() }),
  output: Address,
  async run(tx, { assetId, address, isPrimary }, context) {
    const asset = await assetById(tx, assetId)
    const { organisationId } = asset
    const holder = (await assetsByAddress(tx, organisationId, [address])).get(address)
    if (holder) throw invalidField('address', 'network:problem.addressTaken', { address })
    await setAddress(
      tx,
      {
        organisationId,
        assetId,
        siteId: asset.siteId,
        address,
        ...(isPrimary ? { isPrimary } : {}),
        source: 'typed',
      },
      context.emit,
    )
    const row = await tx
      .selectFrom('network.addresses')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where(sql<boolean>`address = ${address}::inet`)
      .executeTakeFirstOrThrow()
    context.about({ placeId: asset.siteId })
    return addressById(tx, row.id)
  },
})

export const setPrimaryAddress = command({
  name: 'addresses.set-primary',
  route: 'POST /addresses/:id/primary',
  right: 'address.write',
  summary: 'Speak to the asset at this address from now on',
  subject: { ...subject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: Address,
  async run(tx, { id }, context) {
    const { assetId, organisationId, address } = await addressById(tx, id)
    await tx
      .updateTable('network.addresses')
      .set({ is_primary: false })
      .where('asset_id', '=', assetId)
      .where('is_primary', '=', true)
      .where('id', '<>', id)
      .execute()
    await tx.updateTable('network.addresses').set({ is_primary: true }).where('id', '=', id).execute()
    context.emit(addressChanged(organisationId, { assetId, address }))
    return addressById(tx, id)
  },
})

export const removeAddress = command({
  name: 'addresses.delete',
  route: 'DELETE /addresses/:id',
  right: 'address.write',
  summary: 'Take an address away from its asset',
  subject: { ...subject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }, context) {
    const { assetId, organisationId, isPrimary } = await addressById(tx, id)
    await tx.deleteFrom('network.addresses').where('id', '=', id).execute()
    if (!isPrimary) return
    const { rows } = await sql<{ address: string }>`
      update network.addresses set is_primary = true where id = (
        select id from network.addresses where asset_id = ${assetId} order by address limit 1)
      returning host(address) as address`.execute(tx)
    context.emit(
      addressChanged(organisationId, { assetId, address: required(rows[0] ?? { address: null }).address }),
    )
  },
})
