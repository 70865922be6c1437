import { IconMapPinOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Level } from '#web/components/Level.tsx'
import { Link } from '#web/components/Link.tsx'
import { State } from '#web/components/State.tsx'
import type { SiteStateItem } from '../words.ts'
import styles from './SiteRows.module.css'

interface Props {
  /** Those that hurt most first. */
  sites: readonly SiteStateItem[]
  /** Shown on the map while it is pointed at here. */
  point: (siteId: string | undefined) => void
}

/** The map's sites as a list. */
export function SiteRows({ sites, point }: Props) {
  const { t } = useTranslation('supervision')
  if (sites.length === 0) return <p className={styles.none}>{t('map.nothingFound')}</p>
  const ordered = sites.toSorted((one, other) => weight(other) - weight(one))
  return (
    <ul className={styles.rows}>
      {ordered.map((site) => (
        <li key={site.siteId}>
          <Link
            href={`/sites/${site.siteId}`}
            className={styles.row}
            onPointerEnter={() => point(site.siteId)}
            onPointerLeave={() => point(undefined)}
            onFocus={() => point(site.siteId)}
            onBlur={() => point(undefined)}
          >
            {site.state ? (
              <State state={site.state} as="shape" />
            ) : (
              <span className={styles.unsupervised} title={t('map.none')} />
            )}
            <span className={styles.name}>
              {site.name}
              <small>{summary(site, (state, count) => t(`map.count.${state}`, { count }))}</small>
            </span>
            {site.latitude === null && (
              <IconMapPinOff
                size={15}
                role="img"
                aria-label={t('map.unlocated')}
                className={styles.unlocated}
              />
            )}
            <Level level={site.level} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

const faults = ['critical', 'warning', 'unknown', 'unreachable'] as const

function summary(
  site: SiteStateItem,
  said: (state: (typeof faults)[number], count: number) => string,
): string {
  return faults.flatMap((state) => (site[state] > 0 ? [said(state, site[state])] : [])).join(' · ')
}

/** What is wrong before what is well; within that the operational level, then how bad. */
function weight({ state, level }: SiteStateItem): number {
  const rank = state === null ? -1 : ['ok', 'unreachable', 'unknown', 'warning', 'critical'].indexOf(state)
  return (rank > 0 ? 100 : 0) + level * 10 + rank
}
