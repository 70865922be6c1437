import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { siteById } from '#estate'
import { Discovery, Id } from '../contract.ts'
import { command } from '../operations.ts'
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
  async run(tx, input) {
    const prefix = readPrefix(input.prefix)
    if (prefix.count > askedAbove && !input.confirmed)
      throw new Problem('conflict', {
        reason: 'inventory:problem.prefixLarge',
        params: { count: prefix.count },
      })
    if (input.siteId) await siteById(tx, input.siteId)
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
    return discoveryById(tx, id)
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
  async run(tx, { id }) {
    await tx
      .updateTable('inventory.discoveries')
      .set((row) => ({
        stop_asked: true,
        state: sql<'stopped'>`case when ${row.ref('state')} = 'waiting' then 'stopped' else state end`,
      }))
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'running'])
      .execute()
    await sql`select pg_notify(${discoveryChannel}, ${id})`.execute(tx)
    return discoveryById(tx, id)
  },
})
