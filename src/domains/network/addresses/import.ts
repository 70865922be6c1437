import { SocketAddress } from 'node:net'
import { sql } from 'kysely'
import { assetsByIds, type FurtherColumn, type FurtherRow } from '#estate'
import { asSystem, typed, type Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import { recordedAll } from '#kernel/operations'
import { IpAddress, primaryAddressChanged } from '../contract.ts'
import type { NetworkTables } from '../tables.ts'
import { assetsByAddress, primaryAddresses } from './door.ts'
import { forgetLost } from './lost.ts'
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
    // Also of assets that the caller may not see: their addresses are taken all the same.
    const holders = await asSystem(tx, () => assetsByAddress(tx, organisationId, [...first.keys()]))
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
        const asset = names.get(holder)?.name
        const problem = asset === undefined ? 'addressTaken' : 'addressOf'
        wrong.set(line, say(`network:problem.${problem}`, { address: value, asset }))
        isSettled = false
      }
    }
    return wrong
  },

  async write(tx, by, organisationId, rows, say) {
    const own = typed<NetworkTables>(tx)
    const taken = new Map<number, string>()
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
      const { created, written } = await putPrimary(own, organisationId, rows)
      for (const { line, assetId, value } of rows)
        if (!written.has(assetId)) taken.set(line, say('network:problem.addressTaken', { address: value }))
      return { created }
    })
    if (taken.size > 0) return taken
    const moved = rows.map(({ assetId, value }) => ({ assetId, address: value }))
    await letFollow(tx, by, organisationId, moved)
    for (const { assetId, siteId, value } of rows)
      by.emit(primaryAddressChanged(organisationId, { assetId, address: value }, siteId))
    return taken
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

/**
 * An address is taken over only from an asset that has just been given another one in the same file.
 * @returns the ids of the rows that are new, and the assets that have their address now
 */
async function putPrimary(
  tx: Tx<NetworkTables>,
  organisationId: string,
  rows: readonly FurtherRow[],
): Promise<{ created: string[]; written: ReadonlySet<string> }> {
  const fresh = rows.map(() => newId())
  const assetIds = rows.map(({ assetId }) => assetId)
  const { rows: written } = await sql<{ id: string; asset_id: string }>`
    insert into network.addresses (id, organisation_id, asset_id, address, is_primary, source)
    select id, ${organisationId}::uuid, asset_id, address, true, 'typed'
    from unnest(${fresh}::uuid[], ${assetIds}::uuid[], ${rows.map(({ value }) => value)}::inet[])
      u (id, asset_id, address)
    on conflict on constraint addresses_address_key do update set is_primary = true, asset_id = excluded.asset_id,
      interface_id = case when addresses.asset_id = excluded.asset_id then addresses.interface_id end
    where addresses.asset_id = excluded.asset_id
      or addresses.asset_id = any(${assetIds}::uuid[]) and not addresses.is_primary
    returning id, asset_id`.execute(tx)
  const made = new Set(fresh)
  const given = new Set(written.map((row) => row.asset_id))
  await forgetLost(tx, [...given])
  return { created: written.flatMap(({ id }) => (made.has(id) ? [id] : [])), written: given }
}

/** The way PostgreSQL writes it: `2001:DB8:0::2` is `2001:db8::2`. */
function canonical(address: string): string {
  const family = address.includes(':') ? 'ipv6' : 'ipv4'
  return new SocketAddress({ address, family }).address
}
