import { sql, type Selectable } from 'kysely'
import { now } from '#kernel/clock'
import { typed, type AnyTx, type Tx } from '#kernel/database'
import type { EventInstance } from '#kernel/events'
import { newId } from '#kernel/ids'
import { interfacesChanged } from '../contract.ts'
import type { InterfaceKind, NetworkTables } from '../tables.ts'

/** An interface as a device told of it. */
export interface SeenInterface {
  name: string
  ifIndex: number | null
  description: string
  alias: string
  kind: InterfaceKind
  mac: string | null
  speedBps: number | null
  mtu: number | null
  isEnabled: boolean
}

export type InterfaceRow = Selectable<NetworkTables['network.interfaces']>

/** An asset's interfaces that are there, in the order of their index. */
export async function interfacesOf(tx: AnyTx, assetId: string): Promise<InterfaceRow[]> {
  return typed<NetworkTables>(tx)
    .selectFrom('network.interfaces')
    .selectAll()
    .where('asset_id', '=', assetId)
    .where('gone_at', 'is', null)
    .orderBy('if_index')
    .orderBy('name')
    .execute()
}

/**
 * Records what a device told of its interfaces: known by name, so that a device which numbers them anew keeps its
 * history; those no longer told of are marked gone, unless what was told is only a part (`isPart`). Two interfaces of
 * one name are told apart by their index. Says `interfaces.changed` where anything did.
 * @returns the ids by interface name, and how many rows changed.
 */
export async function recordInterfaces(
  given: AnyTx,
  asset: { id: string; organisationId: string; siteId: string | null },
  seen: readonly SeenInterface[],
  { emit, isPart = false }: { emit: (event: EventInstance) => void; isPart?: boolean },
): Promise<{ ids: Map<string, string>; changed: number }> {
  const tx = typed<NetworkTables>(given)
  const unique = withUniqueNames(seen)
  const ids = new Map<string, string>()
  let changed = 0
  const known = new Map(
    (await tx.selectFrom('network.interfaces').selectAll().where('asset_id', '=', asset.id).execute()).map(
      (row) => [row.name, row],
    ),
  )
  for (const one of unique) {
    const before = known.get(one.name)
    known.delete(one.name)
    const columns = columnsOf(one)
    if (!before) {
      const id = newId()
      await tx
        .insertInto('network.interfaces')
        .values({ id, organisation_id: asset.organisationId, asset_id: asset.id, ...columns })
        .execute()
      ids.set(one.name, id)
      changed += 1
    } else {
      ids.set(one.name, before.id)
      if (isSame(before, columns)) continue
      await tx.updateTable('network.interfaces').set(columns).where('id', '=', before.id).execute()
      changed += 1
    }
  }
  if (!isPart) changed += await markGone(tx, [...known.values()])
  if (changed > 0) emit(interfacesChanged(asset.organisationId, { assetId: asset.id }, asset.siteId))
  return { ids, changed }
}

async function markGone(tx: Tx<NetworkTables>, rows: readonly InterfaceRow[]): Promise<number> {
  const gone = rows.filter((row) => row.gone_at === null).map((row) => row.id)
  if (gone.length === 0) return 0
  await tx
    .updateTable('network.interfaces')
    .set({ gone_at: now().toISOString() })
    .where(sql<boolean>`id = any(${gone}::uuid[])`)
    .execute()
  return gone.length
}

function withUniqueNames(seen: readonly SeenInterface[]): SeenInterface[] {
  const names = new Set<string>()
  return seen.map((one) => {
    const plain = (one.name || one.description || `#${one.ifIndex ?? '?'}`).slice(0, 180)
    const name = names.has(plain) ? `${plain} #${one.ifIndex ?? names.size}` : plain
    names.add(name)
    return { ...one, name }
  })
}

function columnsOf(one: SeenInterface) {
  return {
    name: one.name,
    if_index: one.ifIndex,
    description: one.description,
    alias: one.alias,
    kind: one.kind,
    mac: one.mac,
    speed_bps: one.speedBps,
    mtu: one.mtu,
    is_enabled: one.isEnabled,
    gone_at: null,
  }
}

function isSame(row: InterfaceRow, columns: ReturnType<typeof columnsOf>): boolean {
  return Object.entries(columns).every(([column, value]) => row[column as keyof InterfaceRow] === value)
}
