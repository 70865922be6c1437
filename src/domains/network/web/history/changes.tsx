import { useTranslation } from 'react-i18next'
import { useApi, type ReadRoute } from '#web/api.ts'
import type { HistoryEntry } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'

/** The columns of the tables, by the text that names them. */
const labels: Record<string, string> = {
  name: 'circuit.name',
  operator: 'circuit.operator',
  line_identifier: 'circuit.lineIdentifier',
  technology: 'circuit.technology',
  site_id: 'circuit.site',
  far_site_id: 'circuit.farSite',
  asset_id: 'circuit.asset',
  interface_id: 'circuit.interface',
  far_asset_id: 'link.farAsset',
  far_interface_id: 'link.farInterface',
  circuit_id: 'link.circuit',
  down_bps: 'circuit.downShort',
  up_bps: 'circuit.upShort',
  contract: 'circuit.contract',
  support_phone: 'circuit.supportPhone',
  support_email: 'circuit.supportEmail',
  target_to_restore_minutes: 'circuit.targetShort',
  notes: 'circuit.notes',
  address: 'address.address',
  domain: 'address.domain',
  is_primary: 'address.isPrimary',
  description: 'interface.description',
  alias: 'interface.alias',
  kind: 'interface.kind',
  mac: 'interface.mac',
  speed_bps: 'interface.speedShort',
  mtu: 'interface.mtu',
  vlan: 'interface.vlan',
  if_index: 'interface.index',
  is_enabled: 'interfaces.on',
  gone_at: 'interfaces.gone',
  source: 'address.source',
}
const words: Record<string, string[]> = {
  technology: ['technology'],
  kind: ['interfaceKind', 'linkKind'],
  source: ['addressSource', 'linkSource'],
}
const routes: Record<string, NamedRoute> = {
  site_id: 'GET /sites/:id',
  far_site_id: 'GET /sites/:id',
  asset_id: 'GET /assets/:id',
  far_asset_id: 'GET /assets/:id',
  far_interface_id: 'GET /interfaces/:id',
  circuit_id: 'GET /circuits/:id',
  interface_id: 'GET /interfaces/:id',
}
type NamedRoute = Extract<
  ReadRoute,
  'GET /sites/:id' | 'GET /assets/:id' | 'GET /interfaces/:id' | 'GET /circuits/:id'
>

/** Field by field what changed, as people say it. What began or ended says so without its fields. */
export function useChanges() {
  const { t, i18n } = useTranslation('network')
  const format = useFormat()
  const valueOf = (column: string, value: unknown): React.ReactNode => {
    if (value === null || value === undefined || value === '') return null
    const route = routes[column]
    if (route) return <Named route={route} id={String(value)} />
    const group = words[column]?.find((one) => i18n.exists(`network:${one}.${String(value)}`))
    if (group) return t(`${group}.${String(value)}`)
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (column.endsWith('_at')) return format.exact(String(value))
    if (column.endsWith('_bps')) return format.unit(Number(value), 'bit/s')
    if (column.endsWith('_minutes')) return format.duration(Number(value) * 60_000)
    return String(value)
  }
  return ({ operation, changes }: HistoryEntry) => {
    if (/\.(create|delete)$/.test(operation) || 'id' in changes) return undefined
    return Object.entries(changes).flatMap(([column, [before, after]]) => {
      const label = labels[column]
      return label
        ? [{ label: t(label), before: valueOf(column, before), after: valueOf(column, after) }]
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
