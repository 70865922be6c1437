import { sql } from 'kysely'
import { z } from 'zod'
import { isEmpty, type Person, type Right } from '#kernel/access'
import type { Tx } from '#kernel/database'
import { Me } from '../contract.ts'
import { query } from '../operations.ts'
import type { IdentityTables } from '../tables.ts'

/** As the system: it answers the caller's own person and nothing else, whatever he may read. */
export const readMe = query({
  name: 'me.read',
  route: 'GET /me',
  right: 'signed-in',
  as: 'system',
  summary: 'Who is signed in, and what he may do',
  input: z.strictObject({}),
  output: Me,
  run: (tx, _input, context) => meOf(tx, context.person),
})

export async function meOf(tx: Tx<IdentityTables>, person: Person): Promise<z.input<typeof Me>> {
  const row = await tx
    .selectFrom('identity.people as p')
    .leftJoin('identity.second_factors as f', (join) =>
      join.onRef('f.person_id', '=', 'p.id').on('f.confirmed_at', 'is not', null),
    )
    .select(['p.id', 'p.name', 'p.email', 'p.phone', 'p.language', 'p.preferences', 'f.recovery_hashes'])
    .where('p.id', '=', person.id)
    .executeTakeFirstOrThrow()
  const { recovery_hashes: codes, ...same } = row
  const rights = await rightsOf(tx, person)
  return {
    ...same,
    hasSecondFactor: codes !== null,
    recoveryCodesLeft: codes?.length ?? 0,
    rights,
    rightsOverEverything: rights.filter((right) => person.access(right).everything),
    organisations: await organisationsOf(tx, person),
    isEverywhere: person.access('organisation.read').everything,
  }
}

/** The rights held over anything at all, within what signed the request. */
async function rightsOf(tx: Tx<IdentityTables>, person: Person): Promise<Right[]> {
  const { rows } = await sql<{ right: Right }>`
    select distinct unnest(r.rights) as right from identity.grants g join identity.roles r on r.id = g.role_id
    where g.person_id = ${person.id} order by 1`.execute(tx)
  return rows.map(({ right }) => right).filter((right) => !isEmpty(person.access(right)))
}

async function organisationsOf(
  tx: Tx<IdentityTables>,
  person: Person,
): Promise<z.input<typeof Me>['organisations']> {
  const seen = person.access('organisation.read')
  const rows = await tx
    .selectFrom('identity.organisations')
    .select(['id', 'name'])
    .$if(!seen.everything, (rows) => rows.where('id', 'in', [...seen.organisations, ...seen.partOf, nobody]))
    .orderBy(sql`name collate kernel.natural`)
    .execute()
  return rows.map((row) => ({ ...row, isWhole: seen.everything || seen.organisations.includes(row.id) }))
}

/** `in ()` is not SQL: an id that nothing has keeps the list from being empty. */
const nobody = '00000000-0000-0000-0000-000000000000'
