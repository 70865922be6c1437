import { sql } from 'kysely'
import { z } from 'zod'
import { now } from '#kernel/clock'
import { hashToken } from '#kernel/crypto'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { Email, Id, Name, organisationCreated, Password, personCreated } from '../contract.ts'
import { command } from '../operations.ts'
import { refuseGuessable } from '../passwords/guessable.ts'
import { hashPassword } from '../passwords/hash.ts'
import { openSession } from '../sessions/open.ts'
import type { IdentityTables } from '../tables.ts'
import { somebodyIsThere } from './link.ts'

/** As the system: nobody is there yet. The link's token is what it takes, once. */
export const createFirstAdministrator = command({
  name: 'first-administrator.create',
  route: 'POST /first-administrator',
  right: 'public',
  as: 'system',
  secret: true,
  summary: 'Create the first administrator with the one-time link that the start printed',
  input: z.strictObject({
    token: z.string().min(1).max(100),
    name: Name,
    email: Email,
    password: Password,
    language: z.enum(['fr', 'en']).default('fr'),
    /** The first organisation: one's own department or company. */
    organisation: Name,
  }),
  output: z.object({ personId: Id, organisationId: Id }),
  status: 201,
  async run(tx, input, context) {
    await useLink(tx, input.token)
    refuseGuessable(input.password, input)
    const made = await makeFirstAdministrator(tx, input)
    await openSession(tx, made.personId, context)
    context.about({
      subjectType: 'person',
      subjectId: made.personId,
      subjectName: input.name,
      organisationId: null,
    })
    context.emit(organisationCreated(made.organisationId, { id: made.organisationId, changed: [] }))
    context.emit(personCreated(null, { id: made.personId, changed: [] }))
    return made
  },
})

async function useLink(tx: Tx<IdentityTables>, token: string): Promise<void> {
  const used = await tx
    .updateTable('identity.links')
    .set({ used_at: now().toISOString() })
    .where('purpose', '=', 'first-administrator')
    .where('token_hash', '=', hashToken(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now().toISOString())
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) throw new Problem('not-found', { reason: 'identity:problem.linkUsed' })
}

/** The first person, with the administrator's role over everything, and the first organisation. */
export async function makeFirstAdministrator(
  tx: Tx<IdentityTables>,
  given: { name: string; email: string; password: string; language: 'fr' | 'en'; organisation: string },
): Promise<{ personId: string; organisationId: string }> {
  // Two first visits at once: the second waits here, then finds somebody there.
  await sql`lock table identity.people in share row exclusive mode`.execute(tx)
  if (await somebodyIsThere(tx)) throw new Problem('conflict', { reason: 'identity:problem.somebodyIsThere' })
  const personId = newId()
  const organisationId = newId()
  await tx
    .insertInto('identity.organisations')
    .values({ id: organisationId, name: given.organisation })
    .execute()
  await tx
    .insertInto('identity.people')
    .values({
      id: personId,
      organisation_id: null,
      name: given.name,
      email: given.email,
      language: given.language,
      password_hash: await hashPassword(given.password),
    })
    .execute()
  const role = await tx
    .selectFrom('identity.roles')
    .select('id')
    .where('builtin', '=', 'administrator')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('identity.grants')
    .values({ id: newId(), person_id: personId, role_id: role.id })
    .execute()
  return { personId, organisationId }
}
