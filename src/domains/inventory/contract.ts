import { z } from 'zod'
import { assetKinds } from '#estate/contract'
import { defineEvent } from '#kernel/events/event'
import { authProtocols, discoveryStates, levels, privProtocols } from './contract/words.ts'

export const Id = z.uuid()
const Stamps = { createdAt: z.iso.datetime(), updatedAt: z.iso.datetime(), version: z.number().int() }

/** What of an SNMP credential is not secret. */
export const SnmpSettings = z.discriminatedUnion('version', [
  z.strictObject({ version: z.literal('1'), port: port() }),
  z.strictObject({ version: z.literal('2c'), port: port() }),
  z.strictObject({
    version: z.literal('3'),
    port: port(),
    user: z.string().trim().min(1).max(32),
    level: z.enum(levels),
    authProtocol: z.enum(authProtocols).default('sha1'),
    privProtocol: z.enum(privProtocols).default('aes128'),
    context: z.string().max(32).default(''),
  }),
])
export type SnmpSettings = z.output<typeof SnmpSettings>

function port() {
  return z.number().int().min(1).max(65_535).default(161)
}

export const Credential = z
  .object({
    id: Id,
    organisationId: Id,
    name: z.string(),
    protocol: z.enum(['snmp']),
    settings: SnmpSettings,
    position: z.number().int(),
    /** How many assets answered to it. */
    assets: z.number().int(),
    ...Stamps,
  })
  .meta({ id: 'Credential' })

/** Whether a device answered to a credential; `reason` is the SNMP engine's word for why not. */
export const CredentialTry = z
  .object({
    answers: z.boolean(),
    reason: z.string().nullable(),
    name: z.string(),
    description: z.string(),
    roundTripMs: z.number().nullable(),
  })
  .meta({ id: 'CredentialTry' })

/** What a device says of itself, as far as it was understood; absent: not known. */
export const DeviceFacts = z.object({
  kind: z.enum(assetKinds).optional(),
  name: z.string().optional(),
  vendor: z.string().optional(),
  model: z.string().optional(),
  serial: z.string().optional(),
  firmware: z.string().optional(),
  os: z.string().optional(),
  description: z.string().optional(),
  macs: z.array(z.string()).optional(),
})
export type DeviceFacts = z.output<typeof DeviceFacts>
/** For each fact, where it was read. */
export type FactSources = Partial<Record<keyof DeviceFacts, string>>

export const Discovery = z
  .object({
    id: Id,
    organisationId: Id,
    siteId: Id.nullable(),
    prefix: z.string(),
    credentialIds: z.array(Id),
    packetsPerSecond: z.number().int(),
    state: z.enum(discoveryStates),
    total: z.number().int(),
    asked: z.number().int(),
    answered: z.number().int(),
    identified: z.number().int(),
    report: z.object({
      new: z.number().int(),
      changed: z.number().int(),
      known: z.number().int(),
      /** Addresses that answer and were not asked more, since the discovery was lost on them twice. */
      skipped: z.array(z.string()),
    }),
    error: z.string().nullable(),
    startedAt: z.iso.datetime().nullable(),
    endedAt: z.iso.datetime().nullable(),
    ...Stamps,
  })
  .meta({ id: 'Discovery' })

export const Proposal = z
  .object({
    id: Id,
    organisationId: Id,
    /** The discovery that saw it last; null where that one was removed. */
    discoveryId: Id.nullable(),
    siteId: Id.nullable(),
    address: z.string(),
    state: z.enum(['open', 'accepted', 'ignored']),
    kind: z.enum(['new', 'changed']),
    assetId: Id.nullable(),
    /**
     * Another asset that holds the address, while the proposal is open: taking over asks whether it is that device
     * (`onto`) or one that takes its address (`instead`).
     */
    holder: z.object({ assetId: Id, name: z.string() }).nullable(),
    facts: DeviceFacts,
    sources: z.record(z.string(), z.string()),
    interfaces: z.number().int(),
    credentialId: Id.nullable(),
    roundTripMs: z.number().nullable(),
    seenAt: z.iso.datetime(),
    ...Stamps,
  })
  .meta({ id: 'Proposal' })

export const discoveryProgressed = defineEvent(
  'discovery.progressed',
  z.object({
    id: Id,
    state: z.string(),
    total: z.number(),
    asked: z.number(),
    answered: z.number(),
    identified: z.number(),
  }),
  'discovery.run',
)
export const proposalsChanged = defineEvent(
  'proposals.changed',
  z.object({ discoveryId: Id.nullable() }),
  'proposal.read',
)
/** An asset is known and can be asked by SNMP: supervision gives it its checks. */
export const assetIdentified = defineEvent('asset.identified', z.object({ assetId: Id }), 'asset.read')
/** Discovery or a person gave the asset another credential, or took it away. */
export const accessChanged = defineEvent('access.changed', z.object({ assetId: Id }), 'asset.read')

const rowSaid = z.object({ id: Id, changed: z.array(z.string()) })
export const discoveryDeleted = defineEvent('discovery.deleted', rowSaid, 'proposal.read')
export const credentialCreated = defineEvent('credential.created', rowSaid, 'credential.read')
export const credentialChanged = defineEvent('credential.changed', rowSaid, 'credential.read')
export const credentialDeleted = defineEvent('credential.deleted', rowSaid, 'credential.read')
