import { sql } from 'kysely'
import { z } from 'zod'
import { assetKinds } from '#estate/contract'
import { anyOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Id, Proposal } from '../contract.ts'
import { query } from '../operations.ts'
import { holderColumn } from './holder.ts'
import { proposalOf } from './row.ts'

export const listProposals = query({
  name: 'proposals.list',
  route: 'GET /proposals',
  right: 'proposal.read',
  summary: 'What discovery found: devices to take over, facts that changed',
  input: listInput(['address', 'name', 'kind', 'seenAt'], {
    state: anyOf(z.enum(['open', 'accepted', 'ignored'])),
    kind: anyOf(z.enum(['new', 'changed'])),
    assetKind: anyOf(z.enum(assetKinds)),
    discoveryId: Id.optional(),
    siteId: Id.optional(),
    isIdentified: z.stringbool().optional(),
    /** Those whose address another asset holds: each asks for a choice. */
    isHeld: z.stringbool().optional(),
  }),
  output: listOutput(Proposal),
  run: (tx, input) => {
    let rows = tx.selectFrom('inventory.proposals as proposals').selectAll().select(holderColumn.as('holder'))
    if (input.q)
      rows = rows.where(
        sql<boolean>`(host(address) like ${`${input.q}%`} or facts->>'name' ilike ${`%${input.q}%`}
          or facts->>'model' ilike ${`%${input.q}%`} or facts->>'vendor' ilike ${`%${input.q}%`})`,
      )
    if (input.state?.length) rows = rows.where('state', 'in', input.state)
    if (input.kind?.length) rows = rows.where('kind', 'in', input.kind)
    if (input.assetKind?.length) rows = rows.where(sql<boolean>`facts->>'kind' = any(${input.assetKind})`)
    if (input.discoveryId) rows = rows.where('discovery_id', '=', input.discoveryId)
    if (input.siteId) rows = rows.where('site_id', '=', input.siteId)
    if (input.isIdentified !== undefined)
      rows = rows.where('credential_id', input.isIdentified ? 'is not' : 'is', null)
    if (input.isHeld !== undefined) rows = rows.where(holderColumn, input.isHeld ? 'is not' : 'is', null)
    const sorts = {
      address: sql`address`,
      name: sql`coalesce(facts->>'name', '')`,
      kind: sql`coalesce(facts->>'kind', '')`,
      seenAt: sql`seen_at`,
    }
    return listPage(rows, input, sorts, proposalOf)
  },
})
