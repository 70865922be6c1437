import { sql } from 'kysely'
import { search } from '#kernel/search'
import type { NetworkTables } from './tables.ts'

/** What was typed is never a wildcard. */
const literal = (text: string) => text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)

const circuits = search<NetworkTables>({
  type: 'circuit',
  right: 'circuit.read',
  async find(tx, text, limit) {
    const like = sql`'%' || kernel.sought(array[${literal(text)}]) || '%'`
    const rows = await tx
      .selectFrom('network.circuits as c')
      .leftJoin('estate.sites_seen as s', 's.id', 'c.site_id')
      .select(['c.id', 'c.name', 'c.operator', 'c.line_identifier', 's.name as site_name'])
      .where(
        sql<boolean>`kernel.sought(array[c.name, c.operator, c.line_identifier, c.contract]) like ${like}`,
      )
      .orderBy(sql`c.name collate kernel.natural`)
      .limit(limit)
      .execute()
    return rows.map(({ id, name, operator, line_identifier, site_name }) => ({
      id,
      name,
      detail: [operator, line_identifier, site_name].filter(Boolean).join(' · '),
      href: `/circuits/${id}`,
    }))
  },
})

/** By how an address begins: people type its first figures; it leads to the asset that has it. */
const addresses = search<NetworkTables>({
  type: 'address',
  right: 'address.read',
  async find(tx, text, limit) {
    const typed = text.trim().toLowerCase()
    if (!/^[\da-f]*[.:][\da-f.:]*$/.test(typed)) return []
    const rows = await tx
      .selectFrom('network.addresses as n')
      .innerJoin('estate.assets_seen as a', 'a.id', 'n.asset_id')
      .select(['n.id', 'n.asset_id', 'a.name', sql<string>`host(n.address)`.as('plain')])
      .where(sql<boolean>`host(n.address) like ${`${typed}%`}`)
      .orderBy('n.address')
      .limit(limit)
      .execute()
    return rows.map(({ id, asset_id, name, plain }) => ({
      id,
      name: plain,
      detail: name,
      href: `/assets/${asset_id}`,
    }))
  },
})

/** By the name on the device, or by what people wrote on it. */
const interfaces = search<NetworkTables>({
  type: 'interface',
  right: 'interface.read',
  async find(tx, text, limit) {
    const typed = literal(text)
    const rows = await tx
      .selectFrom('network.interfaces as i')
      .innerJoin('estate.assets_seen as a', 'a.id', 'i.asset_id')
      .select(['i.id', 'i.name', 'i.alias', 'a.name as asset_name'])
      .where('i.gone_at', 'is', null)
      .where((row) => row.or([row('i.name', 'ilike', `${typed}%`), row('i.alias', 'ilike', `%${typed}%`)]))
      .orderBy(sql`(a.name || ' ' || i.name) collate kernel.natural`)
      .limit(limit)
      .execute()
    return rows.map(({ id, name, alias, asset_name }) => ({
      id,
      name,
      detail: [asset_name, alias].filter(Boolean).join(' · '),
      href: `/interfaces/${id}`,
    }))
  },
})

export const searches = [circuits, addresses, interfaces]
