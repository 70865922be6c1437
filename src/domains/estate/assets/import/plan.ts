import { assetFields } from '../../contract.ts'
import type { Asking } from '../../import/fields.ts'
import { fold } from '#kernel/fold'
import type { ParsedLine } from '../../import/lines.ts'
import { refuseTwice, shown, wrong, type FieldChange, type PlannedLine } from '../../import/plan.ts'
import { sitesCalled, type KnownSite } from '../../sites/import/known.ts'
import { assetColumns, type AssetChange } from '../columns.ts'
import type { Known, KnownAsset } from './known.ts'

export interface PlannedAsset extends PlannedLine {
  key: string | undefined
  /** The asset that is there already. */
  found: KnownAsset | undefined
  /** Only what the file says. */
  values: AssetChange
  /** What it says in the columns of domains above. */
  further: Record<string, string>
}

/** What would be done with each line: matched by serial number, else by a name that one asset alone has. */
export function planAssets(lines: readonly ParsedLine[], known: Known, asking: Asking): PlannedAsset[] {
  const planned = lines.map((line) => {
    const { site: siteCell, responsible: personCell, ...cells } = line.values
    const own = Object.entries(cells).filter(([name]) => name in assetFields)
    const further = Object.entries(cells).filter(([name]) => !(name in assetFields))
    const asset: PlannedAsset = {
      line: line.line,
      action: line.errors.length > 0 ? 'wrong' : 'create',
      id: null,
      name: String(cells.name ?? ''),
      changes: [],
      errors: [...line.errors],
      key: undefined,
      found: undefined,
      values: Object.fromEntries(own) as AssetChange,
      further: Object.fromEntries(further) as Record<string, string>,
    }
    const site = siteCell === undefined ? undefined : siteOf(asset, String(siteCell), known, asking)
    if (site) asset.values.siteId = site.id
    if (personCell !== undefined)
      asset.values.responsibleId = personOf(asset, String(personCell), known, asking)
    match(asset, known, asking)
    return asset
  })
  refuseTwice(planned, asking.say)
  for (const asset of planned) settle(asset, known)
  return planned
}

function siteOf(asset: PlannedAsset, cell: string, known: Known, { say }: Asking): KnownSite | undefined {
  const sites = sitesCalled(known.sites, cell)
  if (sites.length === 1) return sites[0]
  const problem = sites.length === 0 ? 'siteNotFound' : 'siteAmbiguous'
  wrong(asset, 'site', say(`estate:problem.${problem}`, { site: cell }))
  return undefined
}

function personOf(asset: PlannedAsset, cell: string, known: Known, { say }: Asking): string | undefined {
  const ids = known.people.get(fold(cell)) ?? []
  if (ids.length === 1) return ids[0]
  const problem = ids.length === 0 ? 'personNotFound' : 'personAmbiguous'
  wrong(asset, 'responsible', say(`estate:problem.${problem}`, { person: cell }))
  return undefined
}

function match(asset: PlannedAsset, known: Known, { say }: Asking): void {
  const { serial } = asset.values
  const bySerial = serial ? (known.bySerial.get(fold(serial)) ?? []) : []
  const byName = (known.byName.get(fold(asset.name)) ?? []).filter((row) => !serial || row.serial === '')
  const found = bySerial.length > 0 ? bySerial : byName
  if (found.length > 1)
    wrong(
      asset,
      bySerial.length > 0 ? 'serial' : 'name',
      say('estate:problem.assetAmbiguous', { asset: bySerial.length > 0 ? serial : asset.name }),
    )
  asset.found = found.length === 1 ? found[0] : undefined
  if (asset.found) asset.key = `id ${asset.found.id}`
  else if (serial) asset.key = `serial ${fold(serial)}`
  else if (asset.name !== '') asset.key = `name ${fold(asset.name)}`
  else wrong(asset, 'name', say('estate:problem.nameNeeded'))
}

function settle(asset: PlannedAsset, known: Known): void {
  const { found } = asset
  if (asset.errors.length > 0 || !found) return
  asset.id = found.id
  asset.name = found.name
  asset.changes = differences(asset, found, known)
  asset.action = asset.changes.length > 0 ? 'change' : 'same'
}

/** Field by field, with names where the table has ids. */
function differences({ values }: PlannedAsset, found: KnownAsset, known: Known): FieldChange[] {
  const columns = assetColumns(values) as Record<string, unknown>
  const row = found as Record<string, unknown>
  return Object.keys(columns).flatMap((column) => {
    if (shown(columns[column]) === shown(row[column])) return []
    const { field, name } = asPeopleSay(column, known)
    return [{ field, before: shown(name(row[column])), after: shown(name(columns[column])) }]
  })
}

function asPeopleSay(column: string, known: Known): { field: string; name(value: unknown): unknown } {
  if (column === 'site_id')
    return { field: 'site', name: (id) => known.sites.byId.get(String(id))?.path_name ?? id }
  if (column === 'responsible_id')
    return { field: 'responsible', name: (id) => known.peopleNames.get(String(id)) ?? id }
  if (column === 'life_cycle') return { field: 'lifeCycle', name: (value) => value }
  return { field: column, name: (value) => value }
}
