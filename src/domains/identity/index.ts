import { defineDomain } from '#kernel/domain'
import { organisationChanged, organisationCreated, organisationDeleted } from './contract.ts'
import { createFirstAdministrator } from './first/create.ts'
import { deriveKeys } from './keys.ts'
import { listOrganisations } from './organisations/list.ts'
import { readOrganisation } from './organisations/read.ts'
import { createOrganisation, deleteOrganisation, updateOrganisation } from './organisations/write.ts'
import { ensureBuiltinRoles } from './roles/ensure.ts'
import { authenticate } from './sessions/authenticate.ts'
import { readMe } from './sessions/me.ts'
import { signIn } from './sessions/sign-in.ts'
import { signOut } from './sessions/sign-out.ts'

export { firstAdministratorLink } from './first/link.ts'
export { makeFirstAdministrator } from './first/create.ts'
export { personNames } from './people/names.ts'
export { addPlace, movePlace, removePlace } from './places/tree.ts'

/** People and what they may do: organisations, places, roles, grants, sessions, tokens. */
export const identity = defineDomain({
  name: 'identity',
  here: import.meta.url,
  rights: [
    'organisation.read',
    'organisation.write',
    'person.read',
    'person.write',
    'role.write',
    'metrics.read',
  ],
  events: [organisationCreated, organisationChanged, organisationDeleted],
  operations: [
    createFirstAdministrator,
    signIn,
    signOut,
    readMe,
    listOrganisations,
    readOrganisation,
    createOrganisation,
    updateOrganisation,
    deleteOrganisation,
  ],
  authenticate,
  async start({ masterKey, database, rights }) {
    deriveKeys(masterKey)
    await ensureBuiltinRoles(database, rights)
  },
})
