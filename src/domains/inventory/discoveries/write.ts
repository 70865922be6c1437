import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import { newId } from '#kernel/ids'
import type { WriteContext } from '#kernel/operations'
import { siteById } from '#estate'
import { Discovery, discoveryProgressed, Id } from '../contract.ts'
import { command } from '../operations.ts'
import type { InventoryTables } from '../tables.ts'
import { askedAbove, readPrefix } from './prefix.ts'
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
    /** Tried in this order; all of the organisation's where none is named. */
    credentialIds: z.array(Id).max(50).default([]),
    packetsPerSecond: z.number().int().min(1).max(10_000).default(200),
    /** Needed for a prefix of more than 4,096 addresses. */
    confirmed: z.boolean().default(false),
  }),
  output: Discovery,
  async run(tx, input, context) {
    const prefix = readPrefix(input.prefix)
    if (prefix.count > askedAbove && !input.confirmed)
      throw invalidField('prefix', 'inventory:problem.prefixLarge', { count: prefix.count })
    if (input.siteId && (await siteById(tx, input.siteId)).organisationId !== input.organisationId)
      throw invalidField('siteId', 'inventory:problem.siteElsewhere')
    await checkCredentials(tx, input.organisationId, input.credentialIds)
    const id = newId()
    await tx
      .insertInto('inventory.discoveries')
      .values({
        id,
        organisation_id: input.organisationId,
        site_id: input.siteId,
        prefix: prefix.text,
        credential_ids: input.credentialIds,
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

async function checkCredentials(
  tx: Tx<InventoryTables>,
  organisationId: string,
  ids: string[],
): Promise<void> {
  if (ids.length === 0) return
  const { there } = await tx
    .selectFrom('inventory.credentials')
    .select(sql<number>`count(*)::int`.as('there'))
    .where('organisation_id', '=', organisationId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .executeTakeFirstOrThrow()
  if (there !== new Set(ids).size)
    throw invalidField('credentialIds', 'inventory:problem.credentialElsewhere')
}

/** Browsers hear of it at once, before a worker does its first step. */
function said(row: z.input<typeof Discovery>, { emit }: WriteContext): z.input<typeof Discovery> {
  const { id, state, total, asked, answered, identified } = row
  emit(discoveryProgressed(row.organisationId, { id, state, total, asked, answered, identified }, row.siteId))
  return row
}
