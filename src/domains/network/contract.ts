import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'
import { Line } from '#kernel/line'
import { plainAddress, wrongWithAddress } from './contract/address.ts'
import { addressSources, interfaceKinds, linkKinds, linkSources, technologies } from './contract/words.ts'

export const Id = z.uuid()
const Stamps = { createdAt: z.iso.datetime(), updatedAt: z.iso.datetime(), version: z.number().int() }

export { addressSources, interfaceKinds, linkKinds, linkSources, technologies }

/** An IPv4 or IPv6 address that one asset can have, without a prefix; in its one spelling. */
export const IpAddress = z
  .string()
  .trim()
  .max(100)
  .refine((text) => !wrongWithAddress(text), { error: ({ input }) => wrongWithAddress(String(input)) })
  .transform(plainAddress)

/** A MAC address, however it was written; kept in lower case with colons. */
const Mac = z
  .string()
  .trim()
  .max(40)
  .transform((text) => text.toLowerCase().replaceAll(/[^\da-f]/g, ''))
  .refine((digits) => digits.length === 12, { error: 'network:problem.mac' })
  .transform((digits) => digits.match(/../g)!.join(':'))

/** What people type of an interface. What its device tells fills what they leave empty. */
export const interfaceFields = {
  name: Line.min(1).max(200),
  description: Line.max(1_000),
  alias: Line.max(200),
  kind: z.enum(interfaceKinds),
  mac: Mac.nullable(),
  speedBps: z.number().int().min(0).max(1e15).nullable(),
  mtu: z.number().int().min(1).max(1_000_000).nullable(),
  vlan: z.number().int().min(1).max(4_094).nullable(),
  isEnabled: z.boolean(),
}

export const Interface = z
  .object({
    id: Id,
    organisationId: Id,
    assetId: Id,
    assetName: z.string(),
    name: z.string(),
    ifIndex: z.number().int().nullable(),
    description: z.string(),
    alias: z.string(),
    kind: z.enum(interfaceKinds),
    mac: z.string().nullable(),
    speedBps: z.number().nullable(),
    mtu: z.number().int().nullable(),
    vlan: z.number().int().nullable(),
    isEnabled: z.boolean(),
    /** Set when a discovery no longer found it. */
    goneAt: z.iso.datetime().nullable(),
    source: z.enum(addressSources),
    ...Stamps,
  })
  .meta({ id: 'Interface' })

/** What people type of an address besides itself. */
export const addressFields = {
  /** What it is for, or its name in the DNS. */
  name: Line.max(200),
  /** Which of the organisation's address plans it belongs to, where several overlap; empty is the common one. */
  domain: Line.max(100),
  /** The interface of the asset that has it. */
  interfaceId: Id.nullable(),
}

export const Address = z
  .object({
    id: Id,
    organisationId: Id,
    assetId: Id,
    assetName: z.string(),
    interfaceId: Id.nullable(),
    interfaceName: z.string().nullable(),
    address: z.string(),
    /** Where supervision speaks to the asset. */
    isPrimary: z.boolean(),
    name: z.string(),
    domain: z.string(),
    source: z.enum(addressSources),
    ...Stamps,
  })
  .meta({ id: 'Address' })

export const circuitFields = {
  name: Line.min(1).max(200),
  /** Where it is delivered. */
  siteId: Id.nullable(),
  farSiteId: Id.nullable(),
  /** What the operator asks for on the phone. */
  lineIdentifier: Line.max(100),
  operator: Line.max(100),
  technology: z.enum(technologies),
  downBps: z.number().int().min(0).max(1e15).nullable(),
  upBps: z.number().int().min(0).max(1e15).nullable(),
  contract: Line.max(200),
  supportPhone: Line.max(40),
  supportEmail: z.union([z.literal(''), z.email().max(254)]),
  /** What the contract promises. */
  targetToRestoreMinutes: z.number().int().min(1).max(525_600).nullable(),
  /** The equipment it ends on. */
  assetId: Id.nullable(),
  interfaceId: Id.nullable(),
  notes: z.string().max(10_000),
}

export const Circuit = z
  .object({
    id: Id,
    organisationId: Id,
    siteName: z.string().nullable(),
    farSiteName: z.string().nullable(),
    assetName: z.string().nullable(),
    interfaceName: z.string().nullable(),
    ...circuitFields,
    // What was kept before a rule of input came is shown as it is.
    name: z.string(),
    lineIdentifier: z.string(),
    operator: z.string(),
    contract: z.string(),
    supportPhone: z.string(),
    ...Stamps,
  })
  .meta({ id: 'Circuit' })

/** The address that an asset without any had before another asset took it. */
export const LostAddress = z
  .object({
    address: z.string(),
    /** Who has it now; null where that asset is gone, or not for the caller to see. */
    assetId: Id.nullable(),
    assetName: z.string().nullable(),
    lostAt: z.iso.datetime(),
  })
  .meta({ id: 'LostAddress' })

const LinkEnd = z.object({
  assetId: Id,
  assetName: z.string(),
  interfaceId: Id.nullable(),
  interfaceName: z.string().nullable(),
})

export const Link = z
  .object({
    id: Id,
    organisationId: Id,
    ends: z.tuple([LinkEnd, LinkEnd]),
    kind: z.enum(linkKinds),
    source: z.enum(linkSources),
    circuitId: Id.nullable(),
    circuitName: z.string().nullable(),
    notes: z.string(),
    seenAt: z.iso.datetime().nullable(),
    ...Stamps,
  })
  .meta({ id: 'Link' })

/** Said when the address at which an asset is spoken to changes (null: it has none any more). */
export const primaryAddressChanged = defineEvent(
  'primary-address.changed',
  z.object({ assetId: Id, address: z.string().nullable() }),
  'address.read',
)
const rowSaid = z.object({ id: Id, changed: z.array(z.string()) })
const saidOfAsset = rowSaid.extend({ assetId: Id })
const saidOfLink = saidOfAsset.extend({ farAssetId: Id })
export const addressCreated = defineEvent('address.created', saidOfAsset, 'address.read')
export const addressChanged = defineEvent('address.changed', saidOfAsset, 'address.read')
export const addressDeleted = defineEvent('address.deleted', saidOfAsset, 'address.read')
export const interfaceCreated = defineEvent('interface.created', saidOfAsset, 'interface.read')
export const interfaceChanged = defineEvent('interface.changed', saidOfAsset, 'interface.read')
export const interfaceDeleted = defineEvent('interface.deleted', saidOfAsset, 'interface.read')
export const circuitCreated = defineEvent('circuit.created', rowSaid, 'circuit.read')
export const circuitChanged = defineEvent('circuit.changed', rowSaid, 'circuit.read')
export const circuitDeleted = defineEvent('circuit.deleted', rowSaid, 'circuit.read')
export const linkCreated = defineEvent('link.created', saidOfLink, 'link.read')
export const linkChanged = defineEvent('link.changed', saidOfLink, 'link.read')
export const linkDeleted = defineEvent('link.deleted', saidOfLink, 'link.read')
