import { Button, Switch, TextInput } from '@mantine/core'
import { IconMapPin, IconPlus, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { CanvasPage } from '#web/canvas/CanvasPage.tsx'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { go } from '#web/navigate.ts'
import { flag, text, useSearch } from '#web/search.ts'
import { useCan } from '#web/session.ts'
import type { SiteStateItem } from '../words.ts'
import { SiteCanvas } from './SiteCanvas.tsx'
import { SiteRows } from './SiteRows.tsx'
import styles from './MapPage.module.css'

const schema = { q: text(), wrong: flag() }

/** Sites as they fare, on the map and as a list that says the same. */
export default function MapPage() {
  const { t } = useTranslation('supervision')
  const query = useApi('GET /sites/states', {})
  const [{ q, wrong }, setSearch] = useSearch(schema)
  const [pointed, setPointed] = useState<string>()
  const sites = query.data?.items
  const chosen = useMemo(() => sites?.filter((site) => fits(site, q, wrong)) ?? [], [sites, q, wrong])
  if (sites?.length === 0) return <NoSites />
  return (
    <CanvasPage
      title={t('map.title')}
      tools={
        <div className={styles.tools}>
          <TextInput
            aria-label={t('map.find')}
            placeholder={t('map.find')}
            leftSection={<IconSearch size={15} />}
            value={q}
            onChange={(event) => setSearch({ q: event.currentTarget.value })}
          />
          <Switch
            label={t('map.onlyWrong')}
            checked={wrong}
            onChange={(event) => setSearch({ wrong: event.currentTarget.checked })}
          />
        </div>
      }
      list={
        query.error && !sites ? (
          <ErrorState error={query.error} retry={() => void query.refetch()} />
        ) : sites ? (
          <SiteRows sites={chosen} point={setPointed} />
        ) : (
          <Skeleton lines={8} />
        )
      }
      canvas={<SiteCanvas sites={chosen} {...(pointed ? { highlighted: pointed } : {})} />}
    />
  )
}

function fits(site: SiteStateItem, q: string, onlyWrong: boolean): boolean {
  const { state } = site.here ?? site
  if (onlyWrong && (state === null || state === 'ok')) return false
  // What is drawn as part of the place around it is a line of its own only for who looks for it.
  if (q === '') return site.here !== null
  return site.pathName.toLocaleLowerCase().includes(q.toLocaleLowerCase())
}

function NoSites() {
  const { t } = useTranslation('supervision')
  const can = useCan()
  return (
    <CanvasPage
      title={t('map.title')}
      list={
        <EmptyState
          icon={IconMapPin}
          title={t('map.empty')}
          action={
            can('site.write') && (
              <Button leftSection={<IconPlus size={16} />} onClick={() => go('/sites/new')}>
                {t('map.create')}
              </Button>
            )
          }
        >
          {t('map.emptyWhy')}
        </EmptyState>
      }
      canvas={<SiteCanvas sites={[]} />}
    />
  )
}
