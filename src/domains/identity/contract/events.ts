import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'
import { Id } from './fields.ts'

const rowSaid = z.object({ id: Id, changed: z.array(z.string()) })

export const organisationCreated = defineEvent('organisation.created', rowSaid, 'organisation.read')
export const organisationChanged = defineEvent('organisation.changed', rowSaid, 'organisation.read')
export const organisationDeleted = defineEvent('organisation.deleted', rowSaid, 'organisation.read')

export const personCreated = defineEvent('person.created', rowSaid, 'person.read')
/** Of the record, the state, the grants (`changed: ['grants']`), the password or the second factor. */
export const personChanged = defineEvent('person.changed', rowSaid, 'person.read', { movesRights: true })

export const roleCreated = defineEvent('role.created', rowSaid, 'person.read')
export const roleChanged = defineEvent('role.changed', rowSaid, 'person.read', { movesRights: true })
export const roleDeleted = defineEvent('role.deleted', rowSaid, 'person.read', { movesRights: true })

/** Ended by a person, or with his account or password: not by its time. */
const ofPerson = z.object({ id: Id, personId: Id })
export const sessionEnded = defineEvent('session.ended', ofPerson, 'person.read', { movesRights: true })
export const tokenRevoked = defineEvent('token.revoked', ofPerson, 'person.read', { movesRights: true })

/** The link is sealed: the door's `openLink` opens it for whoever writes the mail. */
const linkSaid = z.object({ personId: Id, sealedLink: z.string(), expiresAt: z.iso.datetime() })
export const personInvited = defineEvent('person.invited', linkSaid)
export const personResetRequested = defineEvent('person.reset-requested', linkSaid)

/** For the mail to the address before; `person.changed` tells everybody else. */
export const personEmailChanged = defineEvent(
  'person.email-changed',
  z.object({ personId: Id, before: z.string(), after: z.string() }),
)

/** Somebody says to have forgotten a password; whether the address is known is looked at later, out of his sight. */
export const resetAsked = defineEvent('person.reset-asked', z.object({ id: Id, sealedEmail: z.string() }))
