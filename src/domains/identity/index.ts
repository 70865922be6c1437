import { defineDomain } from '#kernel/domain'
import * as says from './contract/events.ts'
import { readFirstAdministrator } from './first/awaited.ts'
import { createFirstAdministrator } from './first/create.ts'
import { addGrant, removeGrant } from './grants/write.ts'
import { housekeeping } from './housekeeping.ts'
import { deriveKeys } from './house/keys.ts'
import { rememberSurroundings } from './house/surroundings.ts'
import { acceptLink } from './links/accept.ts'
import { askForReset, findForgotten } from './links/forgotten.ts'
import { openPersonLink } from './links/open.ts'
import { changeEmail } from './me/change-email.ts'
import { changePassword } from './me/change-password.ts'
import { readMe } from './me/read.ts'
import { listOwnSessions, revokeOtherSessions, revokeSession } from './me/sessions.ts'
import { updateMe } from './me/update.ts'
import { exportOrganisations } from './organisations/export.ts'
import { listOrganisations } from './organisations/list.ts'
import { readOrganisation } from './organisations/read.ts'
import { createOrganisation, deleteOrganisation, updateOrganisation } from './organisations/write.ts'
import {
  endPersonSessions,
  listPersonSessions,
  listPersonTokens,
  makePersonLink,
  removePersonSecondFactor,
  revokePersonToken,
} from './people/account.ts'
import { createPerson } from './people/create.ts'
import { exportPeople } from './people/export.ts'
import { listPeople } from './people/list.ts'
import { readPerson } from './people/read.ts'
import { disablePerson, enablePerson } from './people/state.ts'
import { updatePerson } from './people/update.ts'
import { ensureBuiltinRoles } from './roles/ensure.ts'
import { exportRoles } from './roles/export.ts'
import { listRoles } from './roles/list.ts'
import { listRights } from './roles/matrix.ts'
import { readRole } from './roles/read.ts'
import { createRole, deleteRole, updateRole } from './roles/write.ts'
import { searches } from './searches.ts'
import { beginSecondFactor } from './second-factor/begin.ts'
import { confirmSecondFactor } from './second-factor/confirm.ts'
import { disableSecondFactor } from './second-factor/disable.ts'
import { renewRecoveryCodes } from './second-factor/renew-codes.ts'
import { authenticate } from './sessions/authenticate.ts'
import { signIn } from './sessions/sign-in.ts'
import { signOut } from './sessions/sign-out.ts'
import { createToken, listOwnTokens, revokeToken } from './tokens/own.ts'

export { createPersonAtConsole, resetPersonAtConsole } from './console/people.ts'
export { issueTokenAtConsole } from './console/token.ts'
export { longestLifeDays as longestTokenLifeDays } from './tokens/issue.ts'
export { firstAdministratorLink } from './first/link.ts'
export { firstAdministratorFromSettings } from './first/from-settings.ts'
export { firstAdministratorJudges } from './first/settings.ts'
export { openLink } from './links/make.ts'
export { organisationNames } from './organisations/names.ts'
export { hourly } from './people/hourly.ts'
export { personNames } from './people/names.ts'
export { addressee, recipients, type Recipient } from './people/recipients.ts'
export { addPlace, addPlaces, movePlace, removePlace } from './places/tree.ts'
export { organisationSeen, personSeen, roleSeen } from './seen.ts'

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
  events: Object.values(says),
  operations: [
    readFirstAdministrator,
    createFirstAdministrator,
    signIn,
    signOut,
    askForReset,
    openPersonLink,
    acceptLink,
    readMe,
    updateMe,
    changeEmail,
    changePassword,
    beginSecondFactor,
    confirmSecondFactor,
    disableSecondFactor,
    renewRecoveryCodes,
    listOwnSessions,
    revokeSession,
    revokeOtherSessions,
    listOwnTokens,
    createToken,
    revokeToken,
    listPeople,
    exportPeople,
    readPerson,
    createPerson,
    updatePerson,
    disablePerson,
    enablePerson,
    makePersonLink,
    listPersonSessions,
    endPersonSessions,
    removePersonSecondFactor,
    listPersonTokens,
    revokePersonToken,
    addGrant,
    removeGrant,
    listRoles,
    exportRoles,
    readRole,
    createRole,
    updateRole,
    deleteRole,
    listRights,
    listOrganisations,
    exportOrganisations,
    readOrganisation,
    createOrganisation,
    updateOrganisation,
    deleteOrganisation,
  ],
  searches,
  listeners: [findForgotten],
  cycles: [housekeeping],
  authenticate,
  async start({ masterKey, config, sentences, operations, database, rights }) {
    deriveKeys(masterKey)
    rememberSurroundings({ url: config.url, sentences, operations, rights })
    await ensureBuiltinRoles(database, rights)
  },
})
