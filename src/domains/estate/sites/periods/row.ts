import { sql, type Selectable } from 'kysely'
import type { z } from 'zod'
import { nowMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { WriteContext } from '#kernel/operations'
import { siteChanged, type LevelPeriod } from '../../contract.ts'
import type { EstateTables } from '../../tables.ts'

export const periodSubject = { type: 'level-period', table: 'estate.level_periods' } as const

type Row = Selectable<EstateTables['estate.level_periods']>

/** The table's row as the API says it. */
export function periodOf(row: Row): z.input<typeof LevelPeriod> {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    siteId: row.site_id,
    level: row.level,
    reason: row.reason,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    phase: phaseOf(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    version: row.version,
  }
}

function phaseOf(row: Row): 'planned' | 'running' | 'over' {
  if (nowMs() < Date.parse(row.starts_at)) return 'planned'
  return nowMs() < Date.parse(row.ends_at) ? 'running' : 'over'
}

export async function readPeriodRow(tx: Tx<EstateTables>, id: string): Promise<Row> {
  const row = await tx.selectFrom('estate.level_periods').selectAll().where('id', '=', id).executeTakeFirst()
  return required(row)
}

/** A period is part of its site: its history is the site's, and who follows the site hears of it. */
export async function sayOfSite(tx: Tx<EstateTables>, context: WriteContext, siteId: string): Promise<void> {
  const site = await tx
    .selectFrom('estate.sites')
    .select(['name', 'organisation_id'])
    .where('id', '=', siteId)
    .executeTakeFirst()
  const { name, organisation_id: organisationId } = required(site)
  context.about({ subjectType: 'site', subjectId: siteId, subjectName: name })
  context.emit(siteChanged(organisationId, { id: siteId, changed: ['effective_level'] }, siteId))
}

/** Newest first, with what is yet to come on top. */
export const newestFirst = sql`starts_at desc, id desc`
