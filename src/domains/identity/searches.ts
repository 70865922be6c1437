import { sql } from 'kysely'
import { soughtIn } from '#kernel/operations'
import { search } from '#kernel/search'
import type { IdentityTables } from './tables.ts'

/** By name, mail address or telephone number; those who may no longer come in after the others. */
const people = search<IdentityTables>({
  type: 'person',
  right: 'person.read',
  async find(tx, text, limit) {
    const rows = await tx
      .selectFrom('identity.people as p')
      .leftJoin('identity.organisations as o', 'o.id', 'p.organisation_id')
      .select(['p.id', 'p.name', 'p.email', 'p.phone', 'o.name as organisation'])
      .where(soughtIn(text, 'p.sought'))
      .orderBy(sql`p.state = 'disabled'`)
      .orderBy(sql`p.name collate kernel.natural`)
      .limit(limit)
      .execute()
    return rows.map(({ id, name, email, phone, organisation }) => ({
      id,
      name,
      detail: [organisation, email, phone].filter(Boolean).join(' · '),
      href: `/people/${id}`,
    }))
  },
})

const organisations = search<IdentityTables>({
  type: 'organisation',
  right: 'organisation.read',
  async find(tx, text, limit, say) {
    const rows = await tx
      .selectFrom('identity.organisations')
      .select(['id', 'name'])
      .where(soughtIn(text))
      .orderBy(sql`name collate kernel.natural`)
      .limit(limit)
      .execute()
    const detail = say('identity:field.organisation')
    return rows.map(({ id, name }) => ({ id, name, detail, href: `/organisations/${id}` }))
  },
})

export const searches = [people, organisations]
