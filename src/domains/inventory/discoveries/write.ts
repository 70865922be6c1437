import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { invalidField, Problem } from '#kernel/errors'
import { newId } from '#kernel/ids'
import type { WriteContext } from '#kernel/operations'
import { siteById } from '#estate'
import { Discovery, discoveryProgressed, Id } from '../contract.ts'
import { command } from '../operations.ts'
import type { InventoryTables } from '../tables.ts'
import { askedAbove, readPrefix, type Prefix } from './prefix.ts'
import { discoveryById } from './row.ts'

/** Wakes the workers: a discovery waits, or is to stop. */
export const discoveryChannel = 'vigie_discovery'
const subject = { type: 'discovery', table: 'inventory.discoveries' } as const

export const startDiscovery = command({
  name: 'discoveries.start',
  route: 'POST /discoveries',
  right: 'discovery.run',
  summary: 'Look for devices in a prefix; what is found becomes proposals',
  subject,
  status: 201,
  input: z.strictObject({
    organisationId: Id,
    prefix: z.string().max(50),
    siteId: Id.nullable().default(null),
    /** Tried in this order; where none is named, all that the caller sees of the organisation's. */
    credentialIds: z.array(Id).max(50).default([]),
    packetsPerSecond: z.number().int().min(1).max(10_000).default(200),
    /** Needed for a prefix of more than 4,096 addresses. */
    confirmed: z.boolean().default(false),
    /** Needed for a prefix outside private space (RFC 1918): its devices may be other people's. */
    confirmedOutside: z.boolean().default(false),
  }),
  output: Discovery,
  async run(tx, input, context) {
    const prefix = readPrefix(input.prefix)
    refuseUnmeant(prefix, input, context)
    if (input.siteId && (await siteById(tx, input.siteId)).organisationId !== input.organisationId)
      throw invalidField('siteId', 'inventory:problem.siteElsewhere')
    const credentialIds = await usableCredentials(tx, input)
    const id = newId()
    await tx
      .insertInto('inventory.discoveries')
      .values({
        id,
        organisation_id: input.organisationId,
        site_id: input.siteId,
        prefix: prefix.text,
        credential_ids: credentialIds,
        packets_per_second: input.packetsPerSecond,
        total: prefix.count,
      })
      .execute()
    await sql`select pg_notify(${discoveryChannel}, '')`.execute(tx)
    return said(await discoveryById(tx, id), context)
  },
})

export const stopDiscovery = command({
  name: 'discoveries.stop',
  route: 'POST /discoveries/:id/stop',
  right: 'discovery.run',
  summary: 'Stop a discovery; what it found so far stays',
  subject: { ...subject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: Discovery,
  async run(tx, { id }, context) {
    await tx
      .updateTable('inventory.discoveries')
      .set((row) => ({
        stop_asked: true,
        // One that nobody has begun ends here; a running one is ended by its worker.
        state: sql<'stopped'>`case when ${row.ref('state')} = 'waiting' then 'stopped' else state end`,
        ended_at: sql<string>`case when ${row.ref('state')} = 'waiting' then kernel.clock() end`,
      }))
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .execute()
    return said(await discoveryById(tx, id), context)
  },
})

/**
 * Credentials go in clear to whatever answers in the prefix: only who holds the whole organisation has its devices asked
 * outside private space, and says that he means it. The machine that Vigie runs on and its link belong to no organisation.
 */
function refuseUnmeant(
  { count, reach }: Prefix,
  asked: { organisationId: string; confirmed: boolean; confirmedOutside: boolean },
  { access, person }: WriteContext,
): void {
  const isWhole = access.everything || access.organisations.includes(asked.organisationId)
  if (reach === 'nearby' && isWhole && !person.access('discovery.run').everything)
    throw new Problem('not-allowed', { reason: 'inventory:problem.addressNearby' })
  if (reach !== 'private' && !isWhole)
    throw new Problem('not-allowed', { reason: 'inventory:problem.prefixNeedsOrganisation' })
  if (reach === 'outside' && !asked.confirmedOutside)
    throw invalidField('prefix', 'inventory:problem.prefixOutside')
  if (count > askedAbove && !asked.confirmed)
    throw invalidField('prefix', 'inventory:problem.prefixLarge', { count })
}

/**
 * Those that are named, else all, in the order in which they are tried: of those that the caller may see, since whoever
 * starts a discovery chooses whom they are told to. Resolved now; the worker that runs it sees every credential.
 */
async function usableCredentials(
  tx: Tx<InventoryTables>,
  { organisationId, credentialIds }: { organisationId: string; credentialIds: string[] },
): Promise<string[]> {
  const named = [...new Set(credentialIds)]
  const rows = await tx
    .selectFrom('inventory.credentials')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const seen = rows.map(({ id }) => id)
  if (named.length === 0) return seen
  if (named.some((id) => !seen.includes(id)))
    throw invalidField('credentialIds', 'inventory:problem.credentialElsewhere')
  return named
}

/** Browsers hear of it at once, before a worker does its first step. */
function said(row: z.input<typeof Discovery>, { emit, about }: WriteContext): z.input<typeof Discovery> {
  const { id, state, total, asked, answered, identified } = row
  about({ subjectName: row.prefix })
  emit(discoveryProgressed(row.organisationId, { id, state, total, asked, answered, identified }, row.siteId))
  return row
}
