import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'
import { siteKinds } from './words.ts'
import { Id, Level, Name, Notes, RowSaid, Time, Trail } from './values.ts'

export const ContactPerson = z
  .strictObject({
    name: Name,
    role: z.string().trim().max(100).default(''),
    phone: z.string().trim().max(40).default(''),
    email: z.union([z.literal(''), z.email()]).default(''),
  })
  .meta({ id: 'ContactPerson' })

/** What people type of a site. */
export const siteFields = {
  kind: z.enum(siteKinds),
  name: Name,
  code: z.string().trim().max(50),
  street: z.string().trim().max(200),
  postalCode: z.string().trim().max(20),
  city: z.string().trim().max(100),
  country: z.string().length(2).toUpperCase(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  /** Null: as the site above. */
  level: Level.nullable(),
  contacts: z.array(ContactPerson).max(20),
  notes: Notes,
}

export const Site = z
  .object({
    id: Id,
    organisationId: Id,
    parentId: Id.nullable(),
    /** From the top of the tree down to the site itself, as far as the caller may see. */
    pathName: z.string(),
    ...siteFields,
    /** The level in force now: the site's own or the one above's, raised by a period under way. */
    effectiveLevel: Level,
    createdAt: Time,
    updatedAt: Time,
    version: z.number().int(),
  })
  .meta({ id: 'Site' })

/** One of a list of sites. */
export const ListedSite = Site.extend({
  /** Whether any site that the caller may see lies below. */
  hasBelow: z.boolean(),
}).meta({ id: 'ListedSite' })

/** One site as its own page shows it. */
export const SiteDetail = Site.extend({ trail: Trail }).meta({ id: 'SiteDetail' })

// Who is granted a part of the tree is granted what is hung into it.
export const siteCreated = defineEvent('site.created', RowSaid, 'site.read', { movesRights: true })
export const siteChanged = defineEvent('site.changed', RowSaid, 'site.read', { movesRights: true })
export const siteDeleted = defineEvent('site.deleted', RowSaid, 'site.read', { movesRights: true })

/** A level raised for a dated time: a summer camp, a crisis. The highest of the levels in force counts. */
export const LevelPeriod = z
  .object({
    id: Id,
    organisationId: Id,
    siteId: Id,
    level: Level,
    reason: z.string(),
    startsAt: Time,
    endsAt: Time,
    phase: z.enum(['planned', 'running', 'over']),
    createdAt: Time,
    updatedAt: Time,
    version: z.number().int(),
  })
  .meta({ id: 'LevelPeriod' })

const turnSaid = z.object({ id: Id, siteId: Id, level: Level, endsAt: Time })
/** The time of a period has come or is over: the level in force of its site, and of all below, may be another. */
export const levelPeriodBegun = defineEvent('level-period.begun', turnSaid, 'site.read')
export const levelPeriodEnded = defineEvent('level-period.ended', turnSaid, 'site.read')

/** What people type of a period. Times are ISO 8601 with a zone. */
export const levelPeriodFields = {
  level: Level,
  reason: z.string().trim().max(500),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
}
