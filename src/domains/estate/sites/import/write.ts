import { addPlaces, movePlace } from '#identity'
import type { Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import { recordedAll, type Writer } from '#kernel/operations'
import type { EstateTables } from '../../tables.ts'
import { siteColumns } from '../columns.ts'
import type { PlannedSite } from './planned.ts'

const rowsPerStatement = 500
const subject = { type: 'site', table: 'estate.sites', says: 'site' } as const

/** Writes what was planned; `sites` come with those that others hang under before them. */
export async function writeSites(
  tx: Tx<EstateTables>,
  by: Writer,
  organisationId: string,
  sites: readonly PlannedSite[],
): Promise<void> {
  const fresh = sites.filter(({ action }) => action === 'create')
  const changed = sites.filter(({ action }) => action === 'change')
  const ids = changed.map(({ id }) => id!)
  await recordedAll(tx, by, subject, ids, async () => {
    const created = await insertSites(tx, organisationId, fresh)
    const besides = new Map<string, Record<string, [unknown, unknown]>>()
    for (const site of changed) {
      const move = await changeSite(tx, site)
      if (move) besides.set(site.id!, { parent_id: move })
    }
    return { created, besides }
  })
}

async function insertSites(
  tx: Tx<EstateTables>,
  organisationId: string,
  sites: readonly PlannedSite[],
): Promise<string[]> {
  // Ids first: a line may hang under another.
  for (const site of sites) site.id = newId()
  const places = sites.map((site) => ({ id: site.id!, parentId: parentIdOf(site) }))
  await addPlaces(tx, organisationId, places)
  const rows = sites.map((site) => ({
    id: site.id!,
    organisation_id: organisationId,
    ...siteColumns({ kind: 'site', ...site.values }),
    kind: site.values.kind ?? ('site' as const),
    name: site.name,
  }))
  for (let start = 0; start < rows.length; start += rowsPerStatement)
    await tx
      .insertInto('estate.sites')
      .values(rows.slice(start, start + rowsPerStatement))
      .execute()
  return rows.map(({ id }) => id)
}

/** @returns the parent before and after, where it moved. */
async function changeSite(
  tx: Tx<EstateTables>,
  site: PlannedSite,
): Promise<[string | null, string | null] | undefined> {
  const id = site.id!
  const before = site.found!.parent_id
  const after = site.parent === undefined ? before : parentIdOf(site)
  if (after !== before) await movePlace(tx, id, after)
  await tx
    .updateTable('estate.sites')
    .set({ ...siteColumns(site.values), id })
    .where('id', '=', id)
    .execute()
  return after === before ? undefined : [before, after]
}

function parentIdOf({ parent }: PlannedSite): string | null {
  if (!parent) return null
  return 'known' in parent ? parent.known.id : parent.line.id
}
