import { Switch } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, type Output } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Section } from '#web/detail.ts'
import { Graph, TimeRangeBar, useTimeRange } from '#web/graph.ts'
import { flag, text, useSearch } from '#web/search.ts'
import styles from './graphs.module.css'
import { InterfaceTable } from './InterfaceTable.tsx'
import { useSeries, type Wanted } from './use-series.ts'

export type Port = Output<'GET /assets/:id/measured-interfaces'>['items'][number]

const schema = { port: text(), up: flag() }
/** Interfaces change with the next poll, which no event tells of. */
const readEveryMs = 30_000

/** What the interfaces carry: a table, and the graphs of the one that is chosen. */
export default function AssetInterfaces({ id }: { id: string }) {
  const { t } = useTranslation('supervision')
  const query = useApi('GET /assets/:id/measured-interfaces', { id }, { everyMs: readEveryMs })
  const [{ port, up }, setSearch] = useSearch(schema)
  const ports = useMemo(() => ordered(query.data?.items ?? [], up), [query.data, up])
  if (!query.data) return <Skeleton lines={8} />
  if (query.data.items.length === 0)
    return <EmptyState title={t('asset.noInterface')}>{t('asset.noInterfaceWhy')}</EmptyState>
  const chosen = ports.find((one) => one.name === port) ?? busiest(ports)
  return (
    <>
      {chosen && (
        <Section
          title={chosen.alias ? `${chosen.name} · ${chosen.alias}` : chosen.name}
          aside={<TimeRangeBar />}
        >
          <PortGraphs port={chosen} />
        </Section>
      )}
      <Section
        title={t('asset.list')}
        aside={
          <Switch
            label={t('asset.onlyUp')}
            checked={up}
            onChange={(event) => setSearch({ up: event.currentTarget.checked })}
          />
        }
      >
        <p className={styles.none}>
          {t('asset.watchedCount', { count: query.data.items.filter(({ isWatched }) => isWatched).length })}{' '}
          {t('asset.watchedWhy')}
        </p>
        <InterfaceTable
          assetId={id}
          ports={ports}
          chosen={chosen?.name}
          choose={(name) => setSearch({ port: name })}
        />
      </Section>
    </>
  )
}

function PortGraphs({ port }: { port: Port }) {
  const { t } = useTranslation('supervision')
  const range = useTimeRange()
  const traffic = useSeries(range, wanted(port, { 'if.in': t('asset.in'), 'if.out': t('asset.out') }))
  const troubles = useSeries(
    range,
    wanted(port, {
      'if.in-errors': t('asset.inErrors'),
      'if.out-errors': t('asset.outErrors'),
      'if.in-discards': t('asset.inDiscards'),
      'if.out-discards': t('asset.outDiscards'),
    }),
  )
  const isTroubled = troubles.curves.some((curve) =>
    curve.values.some((value) => value !== null && value > 0),
  )
  return (
    <div className={styles.graphs}>
      <Graph title={t('asset.traffic', { name: port.name })} unit="bit/s" {...traffic} />
      {isTroubled ? (
        <Graph title={t('asset.errors', { name: port.name })} unit="/s" height={100} {...troubles} />
      ) : (
        !troubles.isLoading && <p className={styles.none}>{t('asset.noErrors')}</p>
      )}
    </div>
  )
}

function wanted(port: Port, labels: Record<string, string>): Wanted[] {
  return Object.entries(labels).flatMap(([metric, label]) => {
    const id = port.series[metric]
    return id === undefined ? [] : [{ id, label }]
  })
}

function busiest(ports: readonly Port[]): Port | undefined {
  return ports.toSorted((one, other) => load(other) - load(one))[0]
}

function load({ inBps, outBps }: Port): number {
  return Math.max(inBps ?? 0, outBps ?? 0)
}

const byName = new Intl.Collator(undefined, { numeric: true })

function ordered(ports: readonly Port[], onlyUp: boolean): Port[] {
  return ports
    .filter((port) => !onlyUp || port.state === 'up')
    .toSorted((one, other) => byName.compare(one.name, other.name))
}
