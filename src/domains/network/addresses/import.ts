import { SocketAddress } from 'node:net'
import { sql } from 'kysely'
import { assetsByIds, type FurtherColumn } from '#estate'
import { typed, type Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import { recordedAll } from '#kernel/operations'
import { IpAddress, primaryAddressChanged } from '../contract.ts'
import type { NetworkTables } from '../tables.ts'
import { assetsByAddress, primaryAddresses } from './door.ts'
import { letFollow } from './primary.ts'
import { addressSubject } from './row.ts'

/** The address at which an asset is spoken to, as a column of the files of assets. */
export const addressColumn: FurtherColumn = {
  name: 'address',
  rights: { read: 'address.read', write: 'address.write' },

  read(cell, { say }) {
    const parsed = IpAddress.safeParse(cell)
    return parsed.success
      ? { value: canonical(parsed.data) }
      : { error: say('network:problem.address', { address: cell }) }
  },

  values: primaryAddresses,

  async check(tx, organisationId, lines, say) {
    const wrong = new Map<number, string>()
    const first = new Map<string, number>()
    for (const { line, value } of lines) {
      const before = first.get(value)
      if (before === undefined) first.set(value, line)
      else wrong.set(line, say('network:problem.addressTwice', { address: value, line: before }))
    }
    const holders = await assetsByAddress(tx, organisationId, [...first.keys()])
    const primary = await primaryAddresses(tx, [...new Set(holders.values())])
    const names = await assetsByIds(tx, [...new Set(holders.values())])
    // An address passes on within the file where its holder gets another one; a line that turns out wrong frees nothing.
    for (let isSettled = false; !isSettled;) {
      isSettled = true
      const given = new Map(
        lines.flatMap(({ line, assetId, value }) => (assetId && !wrong.has(line) ? [[assetId, value]] : [])),
      )
      for (const { line, assetId, value } of lines) {
        const holder = holders.get(value)
        if (wrong.has(line) || holder === undefined || holder === assetId) continue
        const isFreed = primary.get(holder) === value && (given.get(holder) ?? value) !== value
        if (isFreed) continue
        const asset = names.get(holder)?.name ?? ''
        wrong.set(line, say('network:problem.addressOf', { address: value, asset }))
        isSettled = false
      }
    }
    return wrong
  },

  async write(tx, by, organisationId, rows) {
    const own = typed<NetworkTables>(tx)
    const assetIds = rows.map(({ assetId }) => assetId)
    const addresses = rows.map(({ value }) => value)
    const there = await own
      .selectFrom('network.addresses')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where(
        sql<boolean>`(is_primary and asset_id = any(${assetIds}::uuid[])
          or domain = '' and address = any(${addresses}::inet[]))`,
      )
      .execute()
    const ids = there.map(({ id }) => id)
    await recordedAll(tx, by, addressSubject, ids, async () => {
      await makeRoom(own, assetIds)
      return { created: await putPrimary(own, organisationId, rows) }
    })
    const moved = rows.map(({ assetId, value }) => ({ assetId, address: value }))
    await letFollow(tx, by, organisationId, moved)
    for (const { assetId, siteId, value } of rows)
      by.emit(primaryAddressChanged(organisationId, { assetId, address: value }, siteId))
  },
}

/** What a person typed before is replaced; what a device said of itself stays beside. */
async function makeRoom(tx: Tx<NetworkTables>, assetIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('network.addresses')
    .where(sql<boolean>`asset_id = any(${assetIds}::uuid[])`)
    .where('is_primary', '=', true)
    .where('source', '=', 'typed')
    .execute()
  await tx
    .updateTable('network.addresses')
    .set({ is_primary: false })
    .where(sql<boolean>`asset_id = any(${assetIds}::uuid[])`)
    .where('is_primary', '=', true)
    .execute()
}

/** @returns the ids of the rows that are new */
async function putPrimary(
  tx: Tx<NetworkTables>,
  organisationId: string,
  rows: readonly { assetId: string; value: string }[],
): Promise<string[]> {
  const fresh = rows.map(() => newId())
  const { rows: written } = await sql<{ id: string }>`
    insert into network.addresses (id, organisation_id, asset_id, address, is_primary, source)
    select id, ${organisationId}::uuid, asset_id, address, true, 'typed'
    from unnest(${fresh}::uuid[], ${rows.map(({ assetId }) => assetId)}::uuid[], ${rows.map(({ value }) => value)}::inet[])
      u (id, asset_id, address)
    on conflict on constraint addresses_address_key do update set is_primary = true, asset_id = excluded.asset_id,
      interface_id = case when addresses.asset_id = excluded.asset_id then addresses.interface_id end
    returning id`.execute(tx)
  const made = new Set(fresh)
  return written.flatMap(({ id }) => (made.has(id) ? [id] : []))
}

/** The way PostgreSQL writes it: `2001:DB8:0::2` is `2001:db8::2`. */
function canonical(address: string): string {
  const family = address.includes(':') ? 'ipv6' : 'ipv4'
  return new SocketAddress({ address, family }).address
}
