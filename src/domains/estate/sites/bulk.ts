import { z } from 'zod'
import { bulkOf } from '#kernel/operations'
import { Id, siteFields } from '../contract.ts'
import { siteUpdate } from './update.ts'

/** What it makes sense to give many sites at once. */
const change = z
  .strictObject({
    parentId: Id.nullable(),
    kind: siteFields.kind,
    level: siteFields.level,
    city: siteFields.city,
    postalCode: siteFields.postalCode,
    country: siteFields.country,
  })
  .partial()

export const bulkUpdateSites = bulkOf(siteUpdate, {
  domain: 'estate',
  name: 'sites.bulkUpdate',
  route: 'POST /sites/bulk',
  summary: 'Change many sites at once',
  change,
})
