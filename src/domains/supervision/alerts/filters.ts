import { sql } from 'kysely'
import { z } from 'zod'
import { now } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { anyOf } from '#kernel/operations'
import { Fault, Id, Time } from '../contract.ts'
import type { SupervisionTables } from '../tables.ts'

/** What alerts are chosen by, in the list, its export and its counts. */
export const alertFilters = {
  organisationId: Id.optional(),
  state: anyOf(Fault),
  isOpen: z.stringbool().optional(),
  isAcknowledged: z.stringbool().optional(),
  isMuted: z.stringbool().optional(),
  assetId: anyOf(Id),
  siteId: anyOf(Id),
  /** On this site or any below it. */
  under: Id.optional(),
  /** On what this service needs, by itself or through the services it needs. */
  serviceId: Id.optional(),
  kind: anyOf(z.string().max(50)),
  rule: anyOf(z.string().max(100)),
  level: anyOf(z.coerce.number().int().min(1).max(5)),
  /** Open at some moment from then on. */
  from: Time.optional(),
  /** Opened before. */
  until: Time.optional(),
}

const Filters = z.object({ q: z.string().optional(), ...alertFilters })

/** The alerts that fit. An acknowledgement holds until its time, where it has one. */
export function alertRows(tx: Tx<SupervisionTables>, input: z.output<typeof Filters>) {
  let rows = tx.selectFrom('supervision.alerts_seen')
  if (input.q) {
    const like = `%${input.q}%`
    rows = rows.where((row) =>
      row.or([
        row('asset_name', 'ilike', like),
        row('component', 'ilike', like),
        row('site_name', 'ilike', like),
      ]),
    )
  }
  if (input.organisationId) rows = rows.where('organisation_id', '=', input.organisationId)
  if (input.state?.length) rows = rows.where('state', 'in', input.state)
  if (input.isOpen !== undefined) rows = rows.where('closed_at', input.isOpen ? 'is' : 'is not', null)
  if (input.isAcknowledged !== undefined)
    rows = rows.where(sql<boolean>`${isAcknowledged()} = ${input.isAcknowledged}`)
  if (input.isMuted !== undefined) rows = rows.where(sql<boolean>`${isMuted()} = ${input.isMuted}`)
  if (input.assetId?.length) rows = rows.where('asset_id', 'in', input.assetId)
  if (input.siteId?.length) rows = rows.where('site_id', 'in', input.siteId)
  if (input.under) rows = rows.where(sql<boolean>`site_path @> array[${input.under}::uuid]`)
  if (input.serviceId)
    rows = rows.where('asset_id', 'in', (row) =>
      row.selectFrom('estate.service_assets').select('asset_id').where('service_id', '=', input.serviceId!),
    )
  if (input.kind?.length) rows = rows.where('asset_kind', 'in', input.kind)
  if (input.rule?.length) rows = rows.where('rule', 'in', input.rule)
  if (input.level?.length) rows = rows.where('level', 'in', input.level)
  if (input.from) rows = rows.where(sql<boolean>`coalesce(closed_at, 'infinity') >= ${input.from}`)
  if (input.until) rows = rows.where('opened_at', '<', input.until)
  return rows
}

/** Acknowledged, and still so. */
export function isAcknowledged() {
  return sql<boolean>`(acknowledged_at is not null and coalesce(acknowledged_until > ${now()}, true))`
}

export function isMuted() {
  return sql<boolean>`coalesce(muted_until > ${now()}, false)`
}
