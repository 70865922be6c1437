import { sql } from 'kysely'
import { z } from 'zod'
import { query } from '../operations.ts'
import { alertFilters, alertRows, isAcknowledged, isMuted } from './filters.ts'

const groups = {
  state: { key: sql<string>`state`, name: sql<string>`state` },
  site: { key: sql<string>`coalesce(site_id::text, '')`, name: sql<string>`coalesce(site_name, '')` },
  rule: { key: sql<string>`rule`, name: sql<string>`rule` },
  kind: { key: sql<string>`asset_kind`, name: sql<string>`asset_kind` },
  level: { key: sql<string>`coalesce(level::text, '')`, name: sql<string>`coalesce(level::text, '')` },
}

const Count = z
  .object({
    key: z.string(),
    name: z.string(),
    total: z.number().int(),
    critical: z.number().int(),
    warning: z.number().int(),
    unknown: z.number().int(),
    unreachable: z.number().int(),
    /** Of these, those that somebody has in hand, and those that are not told of for now. */
    acknowledged: z.number().int(),
    muted: z.number().int(),
  })
  .meta({ id: 'AlertCount' })

export const countAlerts = query({
  name: 'alerts.count',
  route: 'GET /alerts/counts',
  right: 'alert.read',
  summary: 'How many alerts there are, by state, site, rule, kind of asset or level',
  input: z.strictObject({
    by: z.enum(['state', 'site', 'rule', 'kind', 'level']).default('state'),
    q: z.string().max(200).optional(),
    ...alertFilters,
  }),
  output: z.object({ groups: z.array(Count) }),
  async run(tx, { by, ...filters }) {
    const { key, name } = groups[by]
    const count = (condition: ReturnType<typeof sql<boolean>>) =>
      sql<number>`count(*) filter (where ${condition})`
    const rows = await alertRows(tx, filters)
      .select([
        key.as('key'),
        name.as('name'),
        sql<number>`count(*)`.as('total'),
        count(sql`state = 'critical'`).as('critical'),
        count(sql`state = 'warning'`).as('warning'),
        count(sql`state = 'unknown'`).as('unknown'),
        count(sql`state = 'unreachable'`).as('unreachable'),
        count(isAcknowledged()).as('acknowledged'),
        count(isMuted()).as('muted'),
      ])
      .groupBy([key, name])
      .orderBy(sql`count(*) desc`)
      .orderBy(name)
      .limit(500)
      .execute()
    return { groups: rows }
  },
})
