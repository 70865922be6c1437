import type { FirstAdministrator } from '#kernel/config'
import { systemWrite, type Ground } from '#kernel/operations'
import { Email, organisationCreated, personCreated } from '../contract.ts'
import type { IdentityTables } from '../tables.ts'
import { makeFirstAdministrator } from './create.ts'
import { somebodyIsThere } from './link.ts'

/**
 * The first administrator that the settings name, where nobody is there yet.
 * @returns whether he was made.
 */
export function firstAdministratorFromSettings(ground: Ground, given: FirstAdministrator): Promise<boolean> {
  const email = Email.parse(given.email)
  const [name = email, domain = email] = email.split('@')
  const organisation = given.organisation?.trim() ?? domain
  return systemWrite<IdentityTables, boolean>(
    ground,
    { operation: 'first-administrator.create', actor: 'settings' },
    async (tx, by) => {
      if (await somebodyIsThere(tx)) return false
      const made = await makeFirstAdministrator(tx, { ...given, name, email, organisation })
      const { personId, organisationId } = made
      by.journal({ subjectType: 'person', subjectId: personId, subjectName: name, organisationId: null })
      by.emit(organisationCreated(organisationId, { id: organisationId, changed: [] }))
      by.emit(personCreated(null, { id: personId, changed: [] }))
      return true
    },
  )
}
