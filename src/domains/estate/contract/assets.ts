import { z } from 'zod'
import { defineEvent } from '#kernel/events/event'
import { Line } from '#kernel/line'
import { assetKinds, environments, factFields, lifeCycles } from './words.ts'
import { Id, Name, Notes, RowSaid, Time, Trail } from './values.ts'

/** A MAC address as it is kept: lower case, with colons. Takes the usual forms (dashes, Cisco's dots, bare). */
export const Mac = z
  .string()
  .max(40)
  .transform((text) => text.replaceAll(/[\s:.-]/g, '').toLowerCase())
  .refine((digits) => /^[0-9a-f]{12}$/.test(digits), { error: 'estate:problem.mac' })
  .transform((digits) => digits.match(/../g)!.join(':'))

export const Tag = Line.min(1)
  .max(60)
  .refine((tag) => !tag.includes(','), { error: 'estate:problem.tagComma' })

const unique = (values: string[]) => [...new Set(values)]

/** What people type of an asset, or a device says of itself. */
export const assetFields = {
  siteId: Id.nullable(),
  kind: z.enum(assetKinds),
  name: Name,
  description: Line.max(1_000),
  vendor: Line.max(200),
  model: Line.max(200),
  serial: Line.max(200),
  firmware: Line.max(200),
  os: Line.max(500),
  macs: z.array(Mac).max(500).transform(unique),
  environment: z.enum(environments),
  /** A person of identity's, who answers for it. */
  responsibleId: Id.nullable(),
  lifeCycle: z.enum(lifeCycles),
  tags: z.array(Tag).max(50).transform(unique),
  notes: Notes,
}

export const Asset = z
  .object({
    id: Id,
    organisationId: Id,
    siteId: Id.nullable(),
    /** The site's own name; null where it has none or the caller may not see it. */
    siteName: z.string().nullable(),
    /** From the top of the tree down, as far as the caller may see. */
    sitePathName: z.string().nullable(),
    kind: z.enum(assetKinds),
    name: z.string(),
    description: z.string(),
    vendor: z.string(),
    model: z.string(),
    serial: z.string(),
    firmware: z.string(),
    os: z.string(),
    macs: z.array(z.string()),
    environment: z.enum(environments),
    responsibleId: Id.nullable(),
    responsibleName: z.string().nullable(),
    lifeCycle: z.enum(lifeCycles),
    tags: z.array(z.string()),
    notes: z.string(),
    createdAt: Time,
    updatedAt: Time,
    version: z.number().int(),
  })
  .meta({ id: 'Asset' })

/** One asset as its own page shows it. */
export const AssetDetail = Asset.extend({ trail: Trail }).meta({ id: 'AssetDetail' })

/** Where a fact came from. A discovered value never replaces a typed one; it is kept beside it. */
export const AssetFact = z
  .object({
    field: z.enum(factFields),
    source: z.enum(['typed', 'discovered']),
    /** How it was read: `snmp`, `agent`; null where a person typed it. */
    protocol: z.string().nullable(),
    /** What was said, as text; null for typed values, which are the asset's own. */
    value: z.string().nullable(),
    readAt: Time,
    detail: z.string(),
  })
  .meta({ id: 'AssetFact' })

export const assetCreated = defineEvent('asset.created', RowSaid, 'asset.read')
export const assetChanged = defineEvent('asset.changed', RowSaid, 'asset.read')
export const assetDeleted = defineEvent('asset.deleted', RowSaid, 'asset.read')
