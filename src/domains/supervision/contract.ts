import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'
import { causes, endings, faults, lacks, states, templateNames, units } from './contract/words.ts'

export const Id = z.uuid()
export const Time = z.iso.datetime()
export const State = z.enum(states)
export const Fault = z.enum(faults)

/** A limit, and where it is over. */
export const Limit = z.strictObject({ at: z.number(), recovery: z.number() }).meta({ id: 'Limit' })

/** What a person set of a rule in place of the template's own. A limit of null means: never. */
export const RuleOverride = z
  .strictObject({
    isOff: z.boolean(),
    warning: Limit.nullable(),
    critical: Limit.nullable(),
    times: z.number().int().min(1).max(100),
    recoverTimes: z.number().int().min(1).max(100),
  })
  .partial()
  .meta({ id: 'RuleOverride' })

export const Check = z
  .object({
    id: Id,
    organisationId: Id,
    assetId: Id,
    assetName: z.string(),
    siteId: Id.nullable(),
    siteName: z.string().nullable(),
    template: z.enum(templateNames),
    /** Of one that a person gave by hand; empty where it came by itself. */
    name: z.string(),
    /** What is asked, by its template: `TcpSettings`, `HttpSettings`, `TlsSettings`, `DnsSettings`; else empty. */
    settings: z.record(z.string(), z.unknown()),
    isEnabled: z.boolean(),
    /** What it rests for: it has no address, no credential, or the asset is not in service. */
    lacks: z.enum(lacks).nullable(),
    /** Seconds; null as the template says. */
    intervalS: z.number().int().nullable(),
    thresholds: z.record(z.string(), RuleOverride),
    /** Names of the interfaces that must be up. */
    watched: z.array(z.string()),
    /** Null until it has been judged. */
    state: State.nullable(),
    since: Time.nullable(),
    createdAt: Time,
    updatedAt: Time,
    version: z.number().int(),
  })
  .meta({ id: 'Check' })

export const Template = z
  .object({
    name: z.enum(templateNames),
    needs: z.enum(['address', 'credential']),
    /** A person gives it to an asset; others come by themselves. */
    isByHand: z.boolean(),
    intervalS: z.number().int(),
    leastIntervalS: z.number().int(),
    metrics: z.array(z.object({ name: z.string(), unit: z.enum(units), isOfInterface: z.boolean() })),
    rules: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['silence', 'threshold', 'restart', 'down']),
        state: Fault.nullable(),
        metric: z.string().nullable(),
        direction: z.enum(['above', 'below']).nullable(),
        warning: Limit.nullable(),
        critical: Limit.nullable(),
        times: z.number().int(),
        recoverTimes: z.number().int(),
      }),
    ),
    /** How many checks are of this template. */
    checks: z.number().int(),
  })
  .meta({ id: 'Template' })

export const Alert = z
  .object({
    id: Id,
    organisationId: Id,
    assetId: Id,
    /** The asset was deleted: only its name is left. */
    isAssetGone: z.boolean(),
    assetName: z.string(),
    assetKind: z.string(),
    siteId: Id.nullable(),
    siteName: z.string().nullable(),
    /** The site's operational level in force; null where the asset lies on none. */
    level: z.number().int().nullable(),
    checkId: Id.nullable(),
    rule: z.string(),
    component: z.string(),
    state: Fault,
    worst: Fault,
    /** What was measured, and against which limit, when it last changed. */
    measured: z.number().nullable(),
    threshold: z.number().nullable(),
    /** Why nothing came, or not what was wanted, where that is what is wrong. */
    cause: z.enum(causes).nullable(),
    unit: z.enum(units).nullable(),
    openedAt: Time,
    changedAt: Time,
    closedAt: Time.nullable(),
    /** Why it is over; null while it is open. */
    ended: z.enum(endings).nullable(),
    acknowledgedAt: Time.nullable(),
    acknowledgedById: Id.nullable(),
    acknowledgedBy: z.string().nullable(),
    acknowledgedUntil: Time.nullable(),
    comment: z.string(),
    mutedUntil: Time.nullable(),
    /** Both hold only until their time. */
    isAcknowledged: z.boolean(),
    isMuted: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Alert' })

/** One thing that became of an alert, or that somebody did about it. */
export const AlertMoment = z
  .object({
    id: Id,
    at: Time,
    what: z.enum([
      'opened',
      'changed',
      'closed',
      'acknowledged',
      'unacknowledged',
      'muted',
      'unmuted',
      'told',
    ]),
    /** What it became, with what was measured then; null where that is not known any more. */
    state: Fault.nullable(),
    measured: z.number().nullable(),
    threshold: z.number().nullable(),
    cause: z.enum(causes).nullable(),
    /** The person who did something about it. */
    who: z.string().nullable(),
    comment: z.string().nullable(),
    /** How long an acknowledgement or a silence was to hold. */
    until: Time.nullable(),
    /** The mail that told of it, and whether it went. */
    mail: z
      .object({
        recipient: z.string(),
        state: z.enum(['waiting', 'sent', 'given-up']),
        error: z.string().nullable(),
        sentAt: Time.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'AlertMoment' })

export const AssetState = z
  .object({ assetId: Id, state: State, since: Time, isAcknowledged: z.boolean(), alerts: z.number().int() })
  .meta({ id: 'AssetState' })

export const ServiceState = z
  .object({
    serviceId: Id,
    name: z.string(),
    /** The worst of what it needs, by itself or through other services. */
    state: State,
    /** Whether somebody has in hand everything that is wrong. */
    isAcknowledged: z.boolean(),
    /** What it needs and does not fare well. */
    wrongAssetIds: z.array(Id),
  })
  .meta({ id: 'ServiceState' })

/** How an asset fares changed: `null` is "not supervised". */
export const stateChanged = defineEvent(
  'state.changed',
  z.object({ assetId: Id, was: State.nullable(), state: State.nullable() }),
  'asset.read',
)
const alertSaid = z.object({ id: Id, assetId: Id, state: Fault, rule: z.string(), component: z.string() })
export const alertOpened = defineEvent('alert.opened', alertSaid, 'alert.read')
/** Its state became another one. */
export const alertChanged = defineEvent('alert.changed', alertSaid, 'alert.read')
export const alertClosed = defineEvent('alert.closed', alertSaid, 'alert.read')
/** Acknowledged, taken back, or muted: somebody did something about it. */
export const alertAcknowledged = defineEvent(
  'alert.acknowledged',
  z.object({ id: Id, assetId: Id }),
  'alert.read',
)

const rowSaid = z.object({ id: Id, changed: z.array(z.string()) })
const checkSaid = rowSaid.extend({ assetId: Id })
export const checkCreated = defineEvent('check.created', checkSaid, 'check.read')
export const checkChanged = defineEvent('check.changed', checkSaid, 'check.read')
export const checkDeleted = defineEvent('check.deleted', checkSaid, 'check.read')
