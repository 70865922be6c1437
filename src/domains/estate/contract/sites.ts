import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'
import { Line } from '#kernel/line'
import { siteKinds } from './words.ts'
import { Id, Level, Name, Notes, RowSaid, Time, Trail } from './values.ts'

export const ContactPerson = z
  .strictObject({
    name: Name,
    role: Line.max(100).default(''),
    phone: Line.max(40).default(''),
    email: z.union([z.literal(''), z.email()]).default(''),
  })
  .meta({ id: 'ContactPerson' })

/** What people type of a site. */
export const siteFields = {
  kind: z.enum(siteKinds),
  name: Name,
  code: Line.max(50),
  street: Line.max(200),
  postalCode: Line.max(20),
  city: Line.max(100),
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
    // What was kept before a rule of input came is shown as it is.
    name: z.string(),
    code: z.string(),
    street: z.string(),
    postalCode: z.string(),
    city: z.string(),
    contacts: z.array(z.object({ name: z.string(), role: z.string(), phone: z.string(), email: z.string() })),
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
  reason: Line.max(500),
  startsAt: z.iso.datetime({ offset: true }),
  endsAt: z.iso.datetime({ offset: true }),
}
