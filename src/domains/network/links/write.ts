import { z } from 'zod'
import { assetById } from '#estate'
import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { bulkOf, type CommandDefinition, type Context } from '#kernel/operations'
import { checkInterface } from '../addresses/check.ts'
import { circuitsSeen } from '../circuits/seen.ts'
import { Id, Link, linkKinds } from '../contract.ts'
import { command } from '../operations.ts'
import type { NetworkTables } from '../tables.ts'
import { linkById, linkSubject, nameOfLink } from './row.ts'

const End = z.strictObject({ assetId: Id, interfaceId: Id.nullable().default(null) })
const linkFields = {
  ends: z.tuple([End, End]),
  kind: z.enum(linkKinds),
  circuitId: Id.nullable(),
  notes: z.string().max(10_000),
}
type Ends = z.output<typeof linkFields.ends>
const updateInput = z.strictObject(linkFields).partial().extend({ id: Id })

export const createLink = command({
  name: 'links.create',
  route: 'POST /links',
  right: 'link.write',
  summary: 'Link two assets, or two of their interfaces',
  subject: linkSubject,
  status: 201,
  input: z.strictObject({
    ends: linkFields.ends,
    kind: linkFields.kind.default('cable'),
    circuitId: linkFields.circuitId.default(null),
    notes: linkFields.notes.default(''),
  }),
  output: Link,
  async run(tx, { ends, kind, circuitId, notes }, context) {
    const { organisationId, ...columns } = await endColumns(tx, ends)
    await checkCircuit(tx, circuitId, context)
    const id = newId()
    await tx
      .insertInto('network.links')
      .values({ id, organisation_id: organisationId, ...columns, kind, circuit_id: circuitId, notes })
      .execute()
    const link = await linkById(tx, id, context)
    context.about({ subjectName: nameOfLink(link) })
    return link
  },
})

const update: CommandDefinition<NetworkTables, 'PATCH /links/:id', typeof updateInput, typeof Link> = {
  name: 'links.update',
  route: 'PATCH /links/:id',
  right: 'link.write',
  summary: 'Change a link: its ends, its kind, its circuit, its notes',
  subject: { ...linkSubject, id: 'id' },
  input: updateInput,
  output: Link,
  async run(tx, { id, ends, kind, circuitId, notes }, context) {
    const before = await linkById(tx, id, context)
    const { organisationId, ...columns } = ends ? await endColumns(tx, ends) : before
    if (organisationId !== before.organisationId)
      throw invalidField('ends.0.assetId', 'network:problem.otherOrganisation')
    await checkCircuit(tx, circuitId, context)
    // Who sees none takes none away: a form sends back what it was shown.
    const isCircuitSaid = circuitId !== undefined && circuitId !== before.circuitId
    await tx
      .updateTable('network.links')
      .set({
        id,
        ...(ends ? (columns as EndColumns) : {}),
        ...(kind === undefined ? {} : { kind }),
        ...(isCircuitSaid ? { circuit_id: circuitId } : {}),
        ...(notes === undefined ? {} : { notes }),
      })
      .where('id', '=', id)
      .execute()
    const link = await linkById(tx, id, context)
    context.about({ subjectName: nameOfLink(link) })
    return link
  },
}

export const updateLink = command(update)

export const bulkUpdateLinks = bulkOf(update, {
  domain: 'network',
  name: 'links.bulkUpdate',
  route: 'POST /links/bulk',
  summary: 'Change many links at once',
  change: z.strictObject({ kind: linkFields.kind, circuitId: linkFields.circuitId }).partial(),
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
    context.about({ subjectName: nameOfLink(await linkById(tx, id, context)) })
    await tx.deleteFrom('network.links').where('id', '=', id).execute()
  },
})

async function checkCircuit(
  tx: Tx<NetworkTables>,
  id: string | null | undefined,
  context: Context,
): Promise<void> {
  if (id && !(await circuitsSeen(tx, [id], context)).has(id))
    throw invalidField('circuitId', 'network:problem.circuitUnknown')
}

interface EndColumns {
  asset_id: string
  interface_id: string | null
  far_asset_id: string
  far_interface_id: string | null
}

/** The ends as the table keeps them: in the order of their ids, of one organisation, and not one and the same. */
async function endColumns(
  tx: Tx<NetworkTables>,
  ends: Ends,
): Promise<EndColumns & { organisationId: string }> {
  const near = await assetById(tx, ends[0].assetId)
  const far = await assetById(tx, ends[1].assetId)
  if (near.organisationId !== far.organisationId)
    throw invalidField('ends.1.assetId', 'network:problem.otherOrganisation')
  const isSameEnd = ends[0].interfaceId === ends[1].interfaceId || ends.some((end) => !end.interfaceId)
  if (near.id === far.id && isSameEnd) throw invalidField('ends.1', 'network:problem.linkToItself')
  for (const [position, end] of ends.entries())
    await checkInterface(tx, end.assetId, end.interfaceId, `ends.${position}.interfaceId`)
  const [one, other] = ends.toSorted((left, right) => (key(left) < key(right) ? -1 : 1)) as Ends
  return {
    organisationId: near.organisationId,
    asset_id: one.assetId,
    interface_id: one.interfaceId,
    far_asset_id: other.assetId,
    far_interface_id: other.interfaceId,
  }
}

/** The order in which a link's ends are kept. */
function key(end: { assetId: string; interfaceId: string | null }): string {
  return `${end.assetId} ${end.interfaceId ?? ''}`
}
