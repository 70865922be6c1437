import type { Selectable } from 'kysely'
import type { Tx } from '#kernel/database'
import { fold } from '#kernel/fold'
import { grouped, knownSites, type KnownSites } from '../../sites/import/known.ts'
import type { EstateTables } from '../../tables.ts'
import { responsiblesByWord } from '../../responsibles/known.ts'

export type KnownAsset = Selectable<EstateTables['estate.assets']>

/** What a file of assets may mean, as far as the caller may see: assets, sites, people. */
export interface Known {
  bySerial: ReadonlyMap<string, KnownAsset[]>
  byName: ReadonlyMap<string, KnownAsset[]>
  sites: KnownSites
  /** Ids of people by folded name and e-mail; more than one where two share a name. */
  people: ReadonlyMap<string, string[]>
  peopleNames: ReadonlyMap<string, string>
}

export async function knownAssets(tx: Tx<EstateTables>, organisationId: string): Promise<Known> {
  const rows = await tx
    .selectFrom('estate.assets')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .execute()
  const { byWord, names } = await responsiblesByWord(tx, organisationId)
  return {
    bySerial: grouped(rows, (row) => fold(row.serial)),
    byName: grouped(rows, (row) => fold(row.name)),
    sites: await knownSites(tx, organisationId),
    people: byWord,
    peopleNames: names,
  }
}
