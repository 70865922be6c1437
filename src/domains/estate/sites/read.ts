import { z } from 'zod'
import { Id, Site } from '../contract.ts'
import { query } from '../operations.ts'
import { readSiteRow } from './row.ts'

export const readSite = query({
  name: 'sites.read',
  route: 'GET /sites/:id',
  right: 'site.read',
  summary: 'One site',
  input: z.strictObject({ id: Id }),
  output: Site,
  run: (tx, { id }) => readSiteRow(tx, id),
})
