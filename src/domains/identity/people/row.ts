import { sql } from 'kysely'
import type { z } from 'zod'
import type { Tx } from '#kernel/database'
import { required } from '#kernel/errors'
import type { Context } from '#kernel/operations'
import type { Grant, Person } from '../contract.ts'
import { roleName } from '../roles/names.ts'
import type { IdentityTables } from '../tables.ts'

export const personSubject = { type: 'person', table: 'identity.people', says: 'person' } as const

type Row = Omit<z.input<typeof Person>, 'grants'> & { grants: z.input<typeof Grant>[] }

// A grant over an organisation that the caller does not see is not his to know.
const grantsOfRow = sql<Row['grants']>`coalesce((
  select jsonb_agg(jsonb_build_object('id', g.id, 'roleId', r.id, 'roleName', r.name, 'builtin', r.builtin,
    'organisationId', g.organisation_id, 'organisationName', go.name, 'placeId', g.place_id) order by g.created_at, g.id)
  from identity.grants g join identity.roles r on r.id = g.role_id
    left join identity.organisations go on go.id = g.organisation_id
  where g.person_id = p.id and (g.organisation_id is null or go.id is not null)), '[]')`

/** People as the API says them, under the alias `p`; filters and order are the caller's. */
export function peopleRows(tx: Tx<IdentityTables>) {
  return tx
    .selectFrom('identity.people as p')
    .leftJoin('identity.organisations as o', 'o.id', 'p.organisation_id')
    .leftJoin('identity.last_seen as s', 's.person_id', 'p.id')
    .leftJoin('identity.second_factors as f', (join) =>
      join.onRef('f.person_id', '=', 'p.id').on('f.confirmed_at', 'is not', null),
    )
    .select([
      'p.id',
      'p.organisation_id as organisationId',
      'o.name as organisationName',
      'p.name',
      'p.email',
      'p.phone',
      'p.language',
      'p.state',
      sql<boolean>`f.person_id is not null`.as('hasSecondFactor'),
      's.at as lastSeenAt',
      grantsOfRow.as('grants'),
      'p.created_at as createdAt',
      'p.updated_at as updatedAt',
      'p.version',
    ])
}

/** The names of roles in the reader's language. */
export function personOf(row: Row, context: Context): z.input<typeof Person> {
  return {
    ...row,
    grants: row.grants.map((grant) => ({
      ...grant,
      roleName: roleName({ builtin: grant.builtin, name: grant.roleName }, context),
    })),
  }
}

export async function personById(
  tx: Tx<IdentityTables>,
  id: string,
  context: Context,
): Promise<z.input<typeof Person>> {
  const row = await peopleRows(tx).where('p.id', '=', id).executeTakeFirst()
  return personOf(required(row), context)
}
