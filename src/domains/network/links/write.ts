import { z } from 'zod'
import { assetById } from '#estate'
import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { Id, Link, linkKinds } from '../contract.ts'
import { command } from '../operations.ts'
import type { NetworkTables } from '../tables.ts'
import { linkById, linkSubject, nameOfLink } from './row.ts'

const End = z.strictObject({ assetId: Id, interfaceId: Id.nullable().default(null) })

export const createLink = command({
  name: 'links.create',
  route: 'POST /links',
  right: 'link.write',
  summary: 'Link two assets, or two of their interfaces',
  subject: linkSubject,
  status: 201,
  input: z.strictObject({
    ends: z.tuple([End, End]),
    kind: z.enum(linkKinds).default('cable'),
    circuitId: Id.nullable().default(null),
    notes: z.string().max(10_000).default(''),
  }),
  output: Link,
  async run(tx, { ends, kind, circuitId, notes }, context) {
    const near = await assetById(tx, ends[0].assetId)
    const far = await assetById(tx, ends[1].assetId)
    if (near.organisationId !== far.organisationId)
      throw invalidField('ends.1.assetId', 'network:problem.otherOrganisation')
    if (near.id === far.id && ends[0].interfaceId === ends[1].interfaceId)
      throw invalidField('ends.1', 'network:problem.linkToItself')
    for (const [position, end] of ends.entries()) await checkInterface(tx, end, position)
    const id = newId()
    const [one, other] = ends.toSorted((left, right) => (key(left) < key(right) ? -1 : 1)) as typeof ends
    await tx
      .insertInto('network.links')
      .values({
        id,
        organisation_id: near.organisationId,
        asset_id: one.assetId,
        interface_id: one.interfaceId,
        far_asset_id: other.assetId,
        far_interface_id: other.interfaceId,
        kind,
        circuit_id: circuitId,
        notes,
      })
      .execute()
    const link = await linkById(tx, id)
    context.about({ subjectName: nameOfLink(link) })
    return link
  },
})

export const deleteLink = command({
  name: 'links.delete',
  route: 'DELETE /links/:id',
  right: 'link.write',
  summary: 'Remove a link',
  subject: { ...linkSubject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }, context) {
    context.about({ subjectName: nameOfLink(await linkById(tx, id)) })
    await tx.deleteFrom('network.links').where('id', '=', id).execute()
  },
})

/** The order in which a link's ends are kept. */
function key(end: { assetId: string; interfaceId: string | null }): string {
  return `${end.assetId} ${end.interfaceId ?? ''}`
}

async function checkInterface(
  tx: Tx<NetworkTables>,
  end: { assetId: string; interfaceId: string | null },
  position: number,
): Promise<void> {
  if (!end.interfaceId) return
  const row = await tx
    .selectFrom('network.interfaces')
    .select('asset_id')
    .where('id', '=', end.interfaceId)
    .executeTakeFirst()
  if (row?.asset_id !== end.assetId)
    throw invalidField(`ends.${position}.interfaceId`, 'network:problem.interfaceUnknown')
}
