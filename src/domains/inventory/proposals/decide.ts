import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { rowOfMany, type WriteContext } from '#kernel/operations'
import { Id, proposalsChanged } from '../contract.ts'
import { command } from '../operations.ts'
import type { InventoryTables } from '../tables.ts'
import { holderOf } from './holder.ts'
import { takeOver } from './take-over.ts'

const input = z.strictObject({
  /** Those that are named; without any, all open ones of the discovery. */
  ids: z.array(Id).max(2_000).default([]),
  discoveryId: Id.optional(),
  /** Only those that answered to a credential, or only those that did not. */
  isIdentified: z.boolean().optional(),
})
const accepting = input.extend({
  /**
   * For proposals whose address another asset holds: `onto` that asset (it is that device, and what differs is brought up
   * to date), or `instead` (another device has the address from now on). Without a choice such a proposal stays open.
   */
  choices: z
    .array(z.strictObject({ id: Id, choice: z.enum(['onto', 'instead']), assetId: Id }))
    .max(2_000)
    .default([]),
})
const output = z.object({
  done: z.number().int(),
  /** Each once: two proposals may be of one asset. */
  assetIds: z.array(Id),
  /** What could not be taken over, and stays open: one odd device keeps nobody else out. */
  refused: z.array(
    z.object({
      id: Id,
      address: z.string(),
      code: z.string(),
      /** The asset that holds the address, where a choice is asked for. */
      holder: z.object({ assetId: Id, name: z.string() }).nullable(),
    }),
  ),
})

export const acceptProposals = command({
  name: 'proposals.accept',
  route: 'POST /proposals/accept',
  right: 'proposal.write',
  summary: 'Take proposals over into the estate: new assets, or what changed of known ones',
  input: accepting,
  output,
  async run(tx, input, context) {
    const rows = await chosen(tx, input)
    const assetIds = new Set<string>()
    const choices = new Map(input.choices.map(({ id, ...choice }) => [id, choice]))
    const refused: z.output<typeof output>['refused'] = []
    for (const row of rows) {
      const outcome = await rowOfMany(tx, context, (by) => takeOver(tx, by, row, choices.get(row.id)))
      if (outcome.done) assetIds.add(outcome.value)
      else {
        const { code } = outcome.problem
        // What differs was undone with the row: the holder is as it is now.
        const holder = await holderOf(tx, row.id)
        refused.push({ id: row.id, address: row.address, code, holder })
      }
    }
    const taken = rows.filter(({ id }) => !refused.some((one) => one.id === id))
    finish(context, taken, 'accepted')
    return { done: taken.length, assetIds: [...assetIds], refused }
  },
})

export const ignoreProposals = command({
  name: 'proposals.ignore',
  route: 'POST /proposals/ignore',
  right: 'proposal.write',
  summary: 'Leave proposals out of the estate; the next discovery does not propose them again',
  input,
  output,
  async run(tx, input, context) {
    const rows = await chosen(tx, input)
    await tx
      .updateTable('inventory.proposals')
      .set({ state: 'ignored' })
      .where(sql<boolean>`id = any(${rows.map(({ id }) => id)}::uuid[])`)
      .execute()
    finish(context, rows, 'ignored')
    return { done: rows.length, assetIds: [], refused: [] }
  },
})

function chosen(tx: Tx<InventoryTables>, { ids, discoveryId, isIdentified }: z.output<typeof input>) {
  return tx
    .selectFrom('inventory.proposals')
    .selectAll()
    .where('state', '=', 'open')
    .$if(ids.length > 0 || !discoveryId, (rows) => rows.where(sql<boolean>`id = any(${ids}::uuid[])`))
    .$if(discoveryId !== undefined, (rows) => rows.where('discovery_id', '=', discoveryId!))
    .$if(isIdentified !== undefined, (rows) =>
      rows.where('credential_id', isIdentified ? 'is not' : 'is', null),
    )
    .orderBy('address')
    .forUpdate()
    .execute()
}

function finish(
  context: WriteContext,
  rows: { id: string; organisation_id: string; site_id: string | null; address: string }[],
  what: 'accepted' | 'ignored',
): void {
  const organisations = new Set(rows.map((row) => row.organisation_id))
  const [only] = organisations
  context.about({
    subjectType: 'proposal',
    subjectId: null,
    organisationId: organisations.size === 1 ? only : null,
    detail: { [what]: rows.map((row) => row.address) },
  })
  const places = new Map(rows.map((row) => [`${row.organisation_id} ${row.site_id}`, row]))
  for (const { organisation_id, site_id } of places.values())
    context.emit(proposalsChanged(organisation_id, { discoveryId: null }, site_id))
}
