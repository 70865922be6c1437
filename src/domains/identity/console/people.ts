import { z } from 'zod'
import { Problem } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { systemWrite, type Ground } from '#kernel/operations'
import type { Tx } from '#kernel/database'
import { Email, Name, Password, personCreated } from '../contract.ts'
import { makeLink } from '../links/make.ts'
import { hashPassword } from '../passwords/hash.ts'
import type { IdentityTables } from '../tables.ts'
import { personByEmail } from './find.ts'

const Wanted = z.strictObject({
  name: Name,
  email: Email,
  language: z.enum(['fr', 'en']).default('fr'),
  /** `administrator`, `engineer` …, or the name of a role of one's own. */
  role: z.string(),
  /** The name of the organisation that he belongs to and holds the role over; null: of the house, over everything. */
  organisation: z.string().nullable().default(null),
  /** Without one, a link to choose it is answered. */
  password: Password.optional(),
})

/**
 * For `vigie user create`: a person with one role.
 * @returns the link to choose a password, where none was given.
 * @throws z.ZodError for bad input, Problem for an unknown role or organisation or an address that is taken.
 */
export async function createPersonAtConsole(
  ground: Ground,
  given: z.input<typeof Wanted> & { publicUrl: string },
): Promise<{ personId: string; link: string | null }> {
  const { publicUrl, ...rest } = given
  const { role, organisation, password, ...fields } = Wanted.parse(rest)
  const hash = password === undefined ? null : await hashPassword(password)
  return systemWrite<IdentityTables, { personId: string; link: string | null }>(
    ground,
    { operation: 'people.create', actor: 'console' },
    async (tx, by) => {
      const id = newId()
      const organisationId = organisation === null ? null : await organisationCalled(tx, organisation)
      const roleId = await roleCalled(tx, role)
      const state = hash === null ? 'invited' : 'active'
      await tx
        .insertInto('identity.people')
        .values({ id, ...fields, organisation_id: organisationId, password_hash: hash, state })
        .execute()
      await tx
        .insertInto('identity.grants')
        .values({ id: newId(), person_id: id, role_id: roleId, organisation_id: organisationId })
        .execute()
      by.journal({ subjectType: 'person', subjectId: id, subjectName: fields.name, organisationId })
      by.emit(personCreated(organisationId, { id, changed: [] }))
      const link = hash === null ? (await makeLink(tx, id, 'invitation', publicUrl)).link : null
      return { personId: id, link }
    },
  )
}

/**
 * For `vigie user reset`: a new link to choose a password, for who cannot sign in any more.
 * @param options.secondFactor also takes the second factor from the account.
 * @returns the link. @throws Problem where there is no such person, or a disabled one.
 */
export async function resetPersonAtConsole(
  ground: Ground,
  email: string,
  options: { publicUrl: string; secondFactor?: boolean },
): Promise<string> {
  return systemWrite<IdentityTables, string>(
    ground,
    { operation: 'people.make-link', actor: 'console' },
    async (tx, by) => {
      const { id, name, organisation_id, state } = await personByEmail(tx, email)
      const purpose = state === 'invited' ? 'invitation' : 'password-reset'
      if (options.secondFactor)
        await tx.deleteFrom('identity.second_factors').where('person_id', '=', id).execute()
      const detail = { purpose, secondFactorRemoved: options.secondFactor === true }
      by.journal({
        subjectType: 'person',
        subjectId: id,
        subjectName: name,
        organisationId: organisation_id,
        detail,
      })
      return (await makeLink(tx, id, purpose, options.publicUrl)).link
    },
  )
}

async function organisationCalled(tx: Tx<IdentityTables>, name: string): Promise<string> {
  const row = await tx
    .selectFrom('identity.organisations')
    .select('id')
    .where('name', '=', name)
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { reason: 'identity:problem.organisationUnknown' })
  return row.id
}

async function roleCalled(tx: Tx<IdentityTables>, name: string): Promise<string> {
  const row = await tx
    .selectFrom('identity.roles')
    .select('id')
    .where((role) => role.or([role('builtin', '=', name), role('name', '=', name)]))
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { reason: 'identity:problem.roleUnknown' })
  return row.id
}
