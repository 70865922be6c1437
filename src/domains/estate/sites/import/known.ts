import type { Selectable } from 'kysely'
import type { Tx } from '#kernel/database'
import { fold } from '#kernel/fold'
import { foldPath } from '../../import/path.ts'
import type { EstateTables } from '../../tables.ts'

export type KnownSite = Selectable<EstateTables['estate.sites_seen']>

/** The sites of an organisation that the caller may see, by whatever a file may call them. */
export interface KnownSites {
  byId: ReadonlyMap<string, KnownSite>
  byCode: ReadonlyMap<string, KnownSite[]>
  byPath: ReadonlyMap<string, KnownSite[]>
  byName: ReadonlyMap<string, KnownSite[]>
}

export async function knownSites(tx: Tx<EstateTables>, organisationId: string): Promise<KnownSites> {
  const rows = await tx
    .selectFrom('estate.sites_seen')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .execute()
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    byCode: grouped(rows, (row) => fold(row.code)),
    byPath: grouped(rows, (row) => foldPath(row.path_name)),
    byName: grouped(rows, (row) => fold(row.name)),
  }
}

/** The sites that a cell may mean: by code, else by path, else by name. More than one where it is not clear. */
export function sitesCalled(known: KnownSites, cell: string): KnownSite[] {
  return (
    known.byCode.get(fold(cell)) ?? known.byPath.get(foldPath(cell)) ?? known.byName.get(fold(cell)) ?? []
  )
}

export function grouped<Row>(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const name = key(row)
    if (name === '') continue
    const group = groups.get(name)
    if (group) group.push(row)
    else groups.set(name, [row])
  }
  return groups
}
