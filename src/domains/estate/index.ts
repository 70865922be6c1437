import { defineDomain } from '#kernel/domain'
import { siteChanged, siteCreated, siteDeleted } from './contract.ts'
import { createSite } from './sites/create.ts'
import { deleteSite } from './sites/delete.ts'
import { listSites } from './sites/list.ts'
import { readSite } from './sites/read.ts'
import { updateSite } from './sites/update.ts'

/** What the department has: sites, assets, services. */
export const estate = defineDomain({
  name: 'estate',
  here: import.meta.url,
  rights: ['site.read', 'site.write'],
  events: [siteCreated, siteChanged, siteDeleted],
  operations: [listSites, readSite, createSite, updateSite, deleteSite],
})
