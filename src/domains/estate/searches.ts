import { sql } from 'kysely'
import { soughtIn } from '#kernel/operations'
import { search } from '#kernel/search'
import type { EstateTables } from './tables.ts'

/** Names that begin as was typed come first; SQL may then stop at the limit. */
const beginning = (text: string) =>
  sql`kernel.sought(array[name]) like kernel.sought(array[${text}]) || '%' desc`
const byName = sql`name collate kernel.natural`

const assets = search<EstateTables>({
  type: 'asset',
  right: 'asset.read',
  async find(tx, text, limit, say) {
    const rows = await tx
      .selectFrom('estate.assets_seen')
      .select(['id', 'name', 'kind', 'serial', 'site_path_name'])
      .where(soughtIn(text))
      .orderBy(beginning(text))
      .orderBy(byName)
      .limit(limit)
      .execute()
    return rows.map(({ id, name, kind, serial, site_path_name }) => ({
      id,
      name,
      detail: [say(`estate:assetKind.${kind}`), site_path_name, serial].filter(Boolean).join(' · '),
      href: `/assets/${id}`,
    }))
  },
})

const sites = search<EstateTables>({
  type: 'site',
  right: 'site.read',
  async find(tx, text, limit) {
    const rows = await tx
      .selectFrom('estate.sites_seen')
      .select(['id', 'name', 'code', 'city', 'path_name'])
      .where(soughtIn(text))
      .orderBy(beginning(text))
      .orderBy(byName)
      .limit(limit)
      .execute()
    return rows.map(({ id, name, code, city, path_name }) => ({
      id,
      name,
      detail: [path_name.slice(0, -name.length).replace(/ › $/, ''), code, city].filter(Boolean).join(' · '),
      href: `/sites/${id}`,
    }))
  },
})

const services = search<EstateTables>({
  type: 'service',
  right: 'service.read',
  async find(tx, text, limit) {
    const rows = await tx
      .selectFrom('estate.services')
      .select(['id', 'name', 'description'])
      .where(soughtIn(text))
      .orderBy(beginning(text))
      .orderBy(byName)
      .limit(limit)
      .execute()
    return rows.map(({ id, name, description }) => ({
      id,
      name,
      detail: description.slice(0, 120),
      href: `/services/${id}`,
    }))
  },
})

export const searches = [sites, assets, services]
