import { useTranslation } from 'react-i18next'
import { useApi, type Output, type ReadRoute } from '#web/api.ts'
import { useFormat } from '#web/format.ts'

type Entry = Output<'GET /circuits/:id/history'>['items'][number]

/** The columns of the table, by the text that names them. */
const labels: Record<string, string> = {
  name: 'name',
  operator: 'operator',
  line_identifier: 'lineIdentifier',
  technology: 'technology',
  site_id: 'site',
  far_site_id: 'farSite',
  asset_id: 'asset',
  interface_id: 'interface',
  down_bps: 'downShort',
  up_bps: 'upShort',
  contract: 'contract',
  support_phone: 'supportPhone',
  support_email: 'supportEmail',
  target_to_restore_minutes: 'targetShort',
  notes: 'notes',
}
const routes: Record<string, NamedRoute> = {
  site_id: 'GET /sites/:id',
  far_site_id: 'GET /sites/:id',
  asset_id: 'GET /assets/:id',
  interface_id: 'GET /interfaces/:id',
}
type NamedRoute = Extract<ReadRoute, 'GET /sites/:id' | 'GET /assets/:id' | 'GET /interfaces/:id'>

/** Field by field what changed, as people say it. A circuit that began or ended says so without its fields. */
export function useChanges() {
  const { t } = useTranslation('network')
  const format = useFormat()
  const valueOf = (column: string, value: unknown): React.ReactNode => {
    if (value === null || value === undefined || value === '') return null
    const route = routes[column]
    if (route) return <Named route={route} id={String(value)} />
    if (column === 'technology') return t(`technology.${String(value)}`)
    if (column.endsWith('_bps')) return format.unit(Number(value), 'bit/s')
    if (column.endsWith('_minutes')) return format.duration(Number(value) * 60_000)
    return String(value)
  }
  return ({ operation, changes }: Entry) => {
    if (operation !== 'circuits.update') return undefined
    return Object.entries(changes).flatMap(([column, [before, after]]) => {
      const label = labels[column]
      return label
        ? [{ label: t(`circuit.${label}`), before: valueOf(column, before), after: valueOf(column, after) }]
        : []
    })
  }
}

/** The name of what an id stands for; of what is gone, that it is. */
function Named({ route, id }: { route: NamedRoute; id: string }) {
  const { t } = useTranslation('network')
  const { data, error } = useApi(route, { id })
  if (error) return t('history.gone')
  return data?.name ?? '…'
}
