import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi, useApiMutation } from '#web/api.ts'
import { State } from '#web/components/State.tsx'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import type { StateName } from '#web/theme/tokens.ts'
import type { Port } from './AssetInterfaces.tsx'
import styles from './InterfaceTable.module.css'

interface Props {
  assetId: string
  ports: readonly Port[]
  chosen: string | undefined
  choose: (name: string) => void
}

const columns = ['name', 'interfaceState', 'speed', 'in', 'out', 'inErrors', 'outErrors', 'watch'] as const

/** The interfaces with what was last measured on them. A line shows its graphs. */
export function InterfaceTable({ assetId, ports, chosen, choose }: Props) {
  const { t } = useTranslation('supervision')
  const watch = useWatch(assetId)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-number={numbers.has(column) || undefined}>
                {t(`asset.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ports.map((port) => (
            <PortRow
              key={port.name}
              port={port}
              isChosen={port.name === chosen}
              choose={() => choose(port.name)}
              watch={watch}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const numbers = new Set<string>(['speed', 'in', 'out', 'inErrors', 'outErrors'])

function PortRow({
  port,
  isChosen,
  choose,
  watch,
}: {
  port: Port
  isChosen: boolean
  choose: () => void
  watch: ((name: string, isWatched: boolean) => void) | undefined
}) {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const written = (value: number | null, unit: string) => (value === null ? '—' : format.unit(value, unit))
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">
        <button
          type="button"
          aria-pressed={isChosen}
          aria-label={t('asset.choose', { name: port.name })}
          onClick={choose}
        >
          {port.name}
        </button>
        {(port.alias || (port.description !== port.name && port.description)) && (
          <small>{port.alias || port.description}</small>
        )}
      </th>
      <td>{port.state ? <State state={stateOf(port)}>{t(`asset.${port.state}`)}</State> : '—'}</td>
      <td data-number>{written(port.speedBps, 'bit/s')}</td>
      <td data-number>
        {written(port.inBps, 'bit/s')}
        <Load value={port.inBps} speed={port.speedBps} />
      </td>
      <td data-number>
        {written(port.outBps, 'bit/s')}
        <Load value={port.outBps} speed={port.speedBps} />
      </td>
      <td data-number>{written(port.inErrors, '/s')}</td>
      <td data-number>{written(port.outErrors, '/s')}</td>
      <td>
        {watch ? (
          <Switch
            size="sm"
            aria-label={`${t('asset.watch')} · ${port.name}`}
            checked={port.isWatched}
            onChange={(event) => watch(port.name, event.currentTarget.checked)}
          />
        ) : (
          port.isWatched && t('asset.watched')
        )}
      </td>
    </tr>
  )
}

/** A port nobody watches may be down without anything being wrong. */
function stateOf({ state, isWatched }: Port): StateName {
  if (state === 'up') return 'ok'
  return state === 'down' && isWatched ? 'critical' : 'unreachable'
}

/** How much of its speed is used, as a bar. */
function Load({ value, speed }: { value: number | null; speed: number | null }) {
  if (value === null || !speed) return null
  const share = Math.min(100, (value / speed) * 100)
  return (
    <span className={styles.load} aria-hidden="true">
      <i style={{ width: `${share}%` }} />
    </span>
  )
}

function useWatch(assetId: string): ((name: string, isWatched: boolean) => void) | undefined {
  const can = useCan()
  const { data } = useApi('GET /assets/:id/state', { id: assetId })
  const check = data?.checks.find((one) => one.template === 'snmp-basics')
  const { mutate } = useApiMutation('PATCH /checks/:id', {
    refetches: ['GET /assets/:id/measured-interfaces', 'GET /assets/:id/state'],
  })
  if (!can('check.write') || !check) return undefined
  return (name, isWatched) =>
    mutate({
      id: check.id,
      watched: isWatched ? [...check.watched, name] : check.watched.filter((one) => one !== name),
      ifMatch: check.version,
    })
}
