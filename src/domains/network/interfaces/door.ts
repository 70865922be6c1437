import { sql, type Selectable } from 'kysely'
import { now } from '#kernel/clock'
import { typed, type AnyTx } from '#kernel/database'
import { newId } from '#kernel/ids'
import { recordedAll, type Writer } from '#kernel/operations'
import type { InterfaceKind, NetworkTables } from '../tables.ts'
import { interfaceSubject } from './row.ts'

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
 * one name are told apart by their index. Each that changed is journalled and said by `by`.
 * @returns the ids by interface name, and how many rows changed.
 */
export async function recordInterfaces(
  given: AnyTx,
  by: Writer,
  asset: { id: string; organisationId: string },
  seen: readonly SeenInterface[],
  { isPart = false }: { isPart?: boolean } = {},
): Promise<{ ids: Map<string, string>; changed: number }> {
  const tx = typed<NetworkTables>(given)
  const known = await tx
    .selectFrom('network.interfaces')
    .selectAll()
    .where('asset_id', '=', asset.id)
    .execute()
  const { fresh, changed, left, ids } = compare(known, withUniqueNames(seen))
  const gone = isPart
    ? []
    : left.filter(({ source, gone_at }) => source === 'discovered' && gone_at === null).map(({ id }) => id)
  if (fresh.length + changed.length + gone.length === 0) return { ids, changed: 0 }
  const present = [...changed.map(({ id }) => id), ...gone]
  await recordedAll(given, withoutBirths(by, fresh), interfaceSubject, present, async () => {
    for (const { id, columns } of fresh)
      await tx
        .insertInto('network.interfaces')
        .values({ id, organisation_id: asset.organisationId, asset_id: asset.id, ...columns })
        .execute()
    for (const { id, columns } of changed)
      await tx.updateTable('network.interfaces').set(columns).where('id', '=', id).execute()
    if (gone.length > 0)
      await tx
        .updateTable('network.interfaces')
        .set({ gone_at: now().toISOString() })
        .where(sql<boolean>`id = any(${gone}::uuid[])`)
        .execute()
    return { created: fresh.map(({ id }) => id) }
  })
  return { ids, changed: fresh.length + present.length }
}

/** A switch that is found has fifty interfaces: that they began stands in their own histories, not in the switch's. */
function withoutBirths(by: Writer, fresh: readonly { id: string }[]): Writer {
  const born = new Set(fresh.map(({ id }) => id))
  return {
    emit: (event) => by.emit(event),
    journal: (line) => by.journal(born.has(line.subjectId ?? '') ? { ...line, parentIds: [] } : line),
  }
}

type Columns = ReturnType<typeof columnsOf>
interface Write {
  id: string
  columns: Columns
}

/** What there is to write: what is new, what differs, and what is no longer told of. */
function compare(known: readonly InterfaceRow[], seen: readonly SeenInterface[]) {
  const left = new Map(known.map((row) => [row.name, row]))
  const ids = new Map<string, string>()
  const [fresh, changed]: [Write[], Write[]] = [[], []]
  for (const one of seen) {
    const before = left.get(one.name)
    left.delete(one.name)
    const columns = columnsOf(one, before?.typed ?? [])
    const id = before?.id ?? newId()
    ids.set(one.name, id)
    if (!before) fresh.push({ id, columns })
    else if (!isSame(before, columns)) changed.push({ id, columns })
  }
  return { fresh, changed, left: [...left.values()], ids }
}

function withUniqueNames(seen: readonly SeenInterface[]): SeenInterface[] {
  const names = new Set<string>()
  return seen.map((one) => {
    const plain = (one.name || one.description || `#${one.ifIndex ?? '?'}`).slice(0, 180)
    let name = names.has(plain) ? `${plain} #${one.ifIndex ?? names.size}` : plain
    // Another may be called that already.
    while (names.has(name)) name = `${name}'`
    names.add(name)
    return { ...one, name }
  })
}

/** What a device told, without what a person wrote instead. */
function columnsOf(one: SeenInterface, typed: readonly string[]) {
  const told = toldColumns(one)
  return Object.fromEntries(Object.entries(told).filter(([column]) => !typed.includes(column))) as Partial<
    typeof told
  > & { name: string }
}

function toldColumns(one: SeenInterface) {
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
    source: 'discovered' as const,
  }
}

function isSame(row: InterfaceRow, columns: Columns): boolean {
  return Object.entries(columns).every(([column, value]) => row[column as keyof InterfaceRow] === value)
}
