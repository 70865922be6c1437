import { Button } from '@mantine/core'
import { IconGauge, IconPlayerPause, IconPlayerPlay, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, refetch, useApi } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { None } from '#web/components/None.tsx'
import { useFormat } from '#web/format.ts'
import { ListPage, type BulkAction, type Column, type Filter } from '#web/list.ts'
import { flag, text, useSearch } from '#web/search.ts'
import { useCan } from '#web/session.ts'
import { CheckState } from '../asset/AssetCheckFacts.tsx'
import { useCheckName, type CheckItem } from '../words.ts'
import { CheckDrawer } from './CheckDrawer.tsx'
import { CheckPeek } from './CheckPeek.tsx'
import { NewCheck } from './NewCheck.tsx'

const schema = { edit: text(), new: flag() }

/** What is measured on which asset, and what a person set of it. */
export default function ChecksPage() {
  const { t } = useTranslation('supervision')
  const [{ edit, new: isNew }, setSearch] = useSearch(schema)
  const isWriter = useCan()('check.write')
  const edited = useApi('GET /checks/:id', { id: edit }, { enabled: edit !== '' }).data
  return (
    <>
      <ListPage
        title={t('checks.title')}
        route="GET /checks"
        exports="GET /checks/export"
        columns={useColumns()}
        filters={useFilters()}
        sort="assetName"
        href={(check) => `/assets/${check.assetId}`}
        peek={(check) => <CheckPeek check={check} edit={() => setSearch({ edit: check.id })} />}
        bulk={useBulk()}
        actions={
          isWriter && (
            <Button
              leftSection={<IconPlus size={16} />}
              onClick={() => setSearch({ new: true }, { replace: false })}
            >
              {t('service.create')}
            </Button>
          )
        }
        empty={{ icon: IconGauge, title: t('checks.empty'), text: t('checks.emptyWhy') }}
      />
      {isNew && <NewCheck close={() => setSearch({ new: false })} />}
      {edited && <CheckDrawer key={edited.id} check={edited} close={() => setSearch({ edit: '' })} />}
    </>
  )
}

function useColumns(): Column<CheckItem>[] {
  const { t } = useTranslation('supervision')
  const format = useFormat()
  const nameOf = useCheckName()
  const templates = useApi('GET /templates', {}).data?.items
  return useMemo<Column<CheckItem>[]>(() => {
    const intervals = new Map(templates?.map((template) => [template.name, template.intervalS]))
    const every = (check: CheckItem) =>
      format.duration((check.intervalS ?? intervals.get(check.template) ?? 0) * 1_000)
    return [
      {
        key: 'assetName',
        label: t('checks.asset'),
        cell: (check) => check.assetName,
        text: (check) => check.assetName,
        sort: true,
        width: 200,
      },
      {
        key: 'template',
        label: t('checks.template'),
        cell: nameOf,
        text: nameOf,
        sort: true,
        width: 300,
        grow: true,
        phone: 'below',
      },
      {
        key: 'state',
        label: t('checks.state'),
        cell: (check) => <CheckState check={check} />,
        text: (check) => check.state,
        sort: true,
        width: 200,
        phone: 'aside',
      },
      {
        key: 'interval',
        label: t('checks.interval'),
        cell: every,
        text: every,
        width: 110,
        align: 'right',
      },
      {
        key: 'isChanged',
        label: t('checks.isChanged'),
        cell: (check) => (isChanged(check) ? t('checks.yes') : <None />),
        text: isChanged,
        width: 150,
      },
      {
        key: 'siteName',
        label: t('alert.site'),
        cell: (check) => check.siteName ?? <None />,
        text: (check) => check.siteName,
        width: 180,
        phone: 'below',
      },
    ]
  }, [t, format, nameOf, templates])
}

function isChanged({ intervalS, thresholds, watched, isEnabled }: CheckItem): boolean {
  return intervalS !== null || Object.keys(thresholds).length > 0 || watched.length > 0 || !isEnabled
}

const states = ['ok', 'warning', 'critical', 'unknown', 'unreachable'] as const

function useFilters(): Filter[] {
  const { t } = useTranslation('supervision')
  return useMemo<Filter[]>(() => {
    const yesNo = [
      { value: 'true', label: t('checks.yes') },
      { value: 'false', label: t('checks.no') },
    ]
    return [
      {
        key: 'template',
        label: t('checks.template'),
        options: (['ping', 'snmp-basics'] as const).map((name) => ({
          value: name,
          label: t(`template.${name}.name`),
        })),
      },
      {
        key: 'state',
        label: t('checks.state'),
        options: states.map((state) => ({ value: state, label: t(`state.${state}`), state })),
      },
      { key: 'isEnabled', label: t('checks.enabled'), options: yesNo, isSingle: true },
      { key: 'isResting', label: t('checks.lacks'), options: yesNo, isSingle: true },
      { key: 'isChanged', label: t('checks.isChanged'), options: yesNo, isSingle: true },
      { key: 'assetId', label: t('checks.asset'), find: findAssets, name: nameAssets },
    ]
  }, [t])
}

async function findAssets(typed: string) {
  const { items } = await api('GET /assets', { q: typed, limit: 20 })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

async function nameAssets(ids: readonly string[]) {
  const assets = await Promise.all(ids.map((id) => api('GET /assets/:id', { id })))
  return assets.map(({ id, name }) => ({ value: id, label: name }))
}

function useBulk(): BulkAction<CheckItem>[] {
  const { t } = useTranslation('supervision')
  return useMemo<BulkAction<CheckItem>[]>(() => {
    async function turn(rows: readonly CheckItem[], isEnabled: boolean): Promise<void> {
      const ids = rows.map((check) => check.id)
      try {
        const { done } = await api('POST /checks/bulk', { ids, change: { isEnabled }, mode: 'each' })
        const message = t(isEnabled ? 'checks.switchedOn' : 'checks.switchedOff', { count: done })
        toast({ message, undo: () => void turn(rows, !isEnabled) })
      } catch (error) {
        if (!isProblem(error)) throw error
        toast({ message: t('alerts.failed', { why: error.message }) })
      }
      await refetch(['GET /checks', 'GET /checks/:id'])
    }
    const action = { right: 'check.write' }
    return [
      {
        ...action,
        key: 'off',
        label: t('checks.switchOff'),
        icon: IconPlayerPause,
        run: (rows, clear) => void turn(rows, false).then(clear),
      },
      {
        ...action,
        key: 'on',
        label: t('checks.switchOn'),
        icon: IconPlayerPlay,
        run: (rows, clear) => void turn(rows, true).then(clear),
      },
    ]
  }, [t])
}
