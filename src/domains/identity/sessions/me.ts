import { z } from 'zod'
import { sql } from 'kysely'
import { isEmpty } from '#kernel/access'
import { Me } from '../contract.ts'
import { query } from '../operations.ts'

/** As the system: it answers the caller's own person and nothing else, whatever he may read. */
export const readMe = query({
  name: 'me.read',
  route: 'GET /me',
  right: 'signed-in',
  as: 'system',
  summary: 'Who is signed in, and what he may do',
  input: z.strictObject({}),
  output: Me,
  async run(tx, _input, context) {
    const { person } = context
    const row = await tx
      .selectFrom('identity.people')
      .select(['id', 'name', 'email', 'language', 'preferences', 'totp_confirmed_at'])
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow()
    const { rows: held } = await sql<{ right: `${string}.${string}` }>`
      select distinct unnest(r.rights) as right from identity.grants g join identity.roles r on r.id = g.role_id
      where g.person_id = ${person.id} order by 1`.execute(tx)
    const rights = held.map(({ right }) => right).filter((right) => !isEmpty(person.access(right)))
    const seen = person.access('organisation.read')
    const organisations = await tx
      .selectFrom('identity.organisations')
      .select(['id', 'name'])
      .$if(!seen.everything, (rows) =>
        rows.where('id', 'in', [...seen.organisations, ...seen.partOf, nobody]),
      )
      .orderBy('name')
      .execute()
    return {
      id: row.id,
      name: row.name,
      email: row.email,
      language: row.language,
      preferences: row.preferences,
      hasSecondFactor: row.totp_confirmed_at !== null,
      rights,
      organisations,
      isEverywhere: seen.everything,
    }
  },
})

/** `in ()` is not SQL: an id that nothing has keeps the list from being empty. */
const nobody = '00000000-0000-0000-0000-000000000000'
