import { useTranslation } from 'react-i18next'
import type { HistoryEntry, Names } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'

/** The columns of our tables, by the text that names them. */
const labels: Record<string, string> = {
  site_id: 'assetField.site',
  parent_id: 'siteField.parent',
  responsible_id: 'assetField.responsible',
  owner_id: 'serviceField.owner',
  life_cycle: 'assetField.lifeCycle',
  postal_code: 'siteField.postalCode',
  starts_at: 'period.startsAt',
  ends_at: 'period.endsAt',
  reason: 'period.reason',
  assets: 'serviceField.assets',
  services: 'serviceField.services',
  url: 'serviceField.url',
}
const words: Record<string, string[]> = {
  kind: ['assetKind', 'siteKind'],
  environment: ['environment'],
  life_cycle: ['lifeCycle'],
}
/** What a person cannot read, or has read already in the name of the page. */
const unsaid = new Set(['id', 'organisation_id'])

/** What people tell in this order; the database keeps fields in an order of its own. */
const inOrder = ['level', 'starts_at', 'ends_at', 'reason']
const rankOf = (column: string): number => inOrder.indexOf(column)

/** Whether a thing came to be with this entry. */
export function hasBegun({ changes }: HistoryEntry): boolean {
  return 'id' in changes && Object.values(changes).every(([before]) => before === null)
}

/** Field by field what changed, as people say it. A thing that began or ended says so without its fields. */
export function useChanges() {
  const { t, i18n } = useTranslation('estate')
  const format = useFormat()

  function labelOf(column: string): string {
    const known = labels[column]
    if (known) return t(known)
    for (const group of ['assetField', 'siteField', 'serviceField'])
      if (i18n.exists(`estate:${group}.${column}`)) return t(`${group}.${column}`)
    return column
  }

  function valueOf(column: string, value: unknown, names: Names): string | null {
    if (value === null || value === undefined || value === '') return null
    if (Array.isArray(value)) return value.length === 0 ? null : value.map(textOf).join(', ')
    const group = words[column]?.find((one) => i18n.exists(`estate:${one}.${String(value)}`))
    if (group) return t(`${group}.${String(value)}`)
    if (column.endsWith('_at')) return format.exact(String(value))
    return names[String(value)] ?? textOf(value)
  }

  return (entry: HistoryEntry, names: Names) => {
    const { operation, changes } = entry
    const isWhole = /\.(create|delete)$/.test(operation) && !operation.startsWith('levelPeriods.')
    const began = hasBegun(entry)
    if (isWhole || (began && !operation.startsWith('levelPeriods.'))) return undefined
    return Object.entries(changes)
      .toSorted(([one], [other]) => rankOf(one) - rankOf(other))
      .filter(([column]) => !unsaid.has(column) && !(began && column === 'site_id'))
      .map(([column, [before, after]]) => ({
        label: labelOf(column),
        before: valueOf(column, before, names),
        after: valueOf(column, after, names),
      }))
  }
}

/** A contact is an object with a name; everything else is a text already. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  return String((value as { name?: unknown }).name ?? JSON.stringify(value))
}
