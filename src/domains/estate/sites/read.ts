import { z } from 'zod'
import { Id, SiteDetail } from '../contract.ts'
import { query } from '../operations.ts'
import { readSiteRow } from './row.ts'
import { trailOf } from './trail.ts'

export const readSite = query({
  name: 'sites.read',
  route: 'GET /sites/:id',
  right: 'site.read',
  summary: 'One site',
  input: z.strictObject({ id: Id }),
  output: SiteDetail,
  run: async (tx, { id }) => ({ ...(await readSiteRow(tx, id)), trail: await trailOf(tx, id) }),
})
