import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, listInput, listOutput, listPage, soughtIn } from '#kernel/operations'
import { Asset, assetKinds, assetStates, environments, Id, lifeCycles, Tag } from '../contract.ts'
import { query } from '../operations.ts'
import { facetOf } from './facets.ts'
import { assetsOf } from './row.ts'

/** What only domains above know of an asset (`facets.ts`). */
const further = ['state', 'address'] as const

export const listAssets = query({
  name: 'assets.list',
  route: 'GET /assets',
  right: 'asset.read',
  summary: 'The assets, with filters',
  input: listInput(
    [
      'name',
      'kind',
      'vendor',
      'model',
      'serial',
      'siteName',
      'environment',
      'lifeCycle',
      'updatedAt',
      ...further,
    ],
    {
      organisationId: Id.optional(),
      siteId: anyOf(Id),
      /** On this site or any below it. */
      under: Id.optional(),
      kind: anyOf(z.enum(assetKinds)),
      vendor: anyOf(z.string().max(200)),
      environment: anyOf(z.enum(environments)),
      lifeCycle: anyOf(z.enum(lifeCycles)),
      /** All of these. */
      tag: anyOf(Tag),
      responsibleId: anyOf(Id),
      /** What supervision says of them. */
      state: anyOf(z.enum(assetStates)),
    },
  ),
  output: listOutput(Asset),
  async run(tx, input, context) {
    let rows = tx.selectFrom('estate.assets_seen').selectAll()
    if (input.q) rows = rows.where(soughtIn(input.q))
    if (input.organisationId) rows = rows.where('organisation_id', '=', input.organisationId)
    if (input.siteId?.length) rows = rows.where('site_id', 'in', input.siteId)
    if (input.under) rows = rows.where(sql<boolean>`site_path @> array[${input.under}::uuid]`)
    if (input.kind?.length) rows = rows.where('kind', 'in', input.kind)
    if (input.vendor?.length) rows = rows.where('vendor', 'in', input.vendor)
    if (input.environment?.length) rows = rows.where('environment', 'in', input.environment)
    if (input.lifeCycle?.length) rows = rows.where('life_cycle', 'in', input.lifeCycle)
    if (input.tag?.length) rows = rows.where(sql<boolean>`tags @> ${input.tag}::text[]`)
    if (input.responsibleId?.length) rows = rows.where('responsible_id', 'in', input.responsibleId)
    if (input.state?.length) rows = rows.where(facetOf('state', context).isOneOf!(input.state))
    const by = further.find((name) => name === input.sort.replace(/^-/, ''))
    const orders = by ? { [by]: sql`${facetOf(by, context).order}` } : sorts
    const page = await listPage(rows, input, orders, (row) => row, sql`assets_seen.id`)
    return { ...page, items: await assetsOf(tx, page.items) }
  },
})

const sorts = {
  name: sql`name collate kernel.natural`,
  kind: sql`kind`,
  vendor: sql`vendor`,
  model: sql`model`,
  serial: sql`serial`,
  siteName: sql`coalesce(site_name, '') collate kernel.natural`,
  environment: sql`environment`,
  lifeCycle: sql`life_cycle`,
  updatedAt: sql`updated_at`,
}
