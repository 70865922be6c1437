import { useTranslation } from 'react-i18next'
import { Level } from '#web/components/Level.tsx'
import { Link } from '#web/components/Link.tsx'
import { State } from '#web/components/State.tsx'
import { StateShape } from '#web/components/StateShape.tsx'
import { isHeld, markOf } from '#web/map/states.ts'
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
            <Shape {...(site.here ?? site)} />
            <span className={styles.name}>
              {site.name}
              <small>
                {[
                  summary(site.here ?? site, (state, count) => t(`map.count.${state}`, { count })),
                  site.latitude === null ? t('map.unlocated') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <Level level={site.level} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Shape({ state, isAcknowledged }: Pick<SiteStateItem, 'state' | 'isAcknowledged'>) {
  const { t } = useTranslation('supervision')
  const { t: map } = useTranslation('map')
  const mark = markOf(state, isAcknowledged)
  if (!state) return <span className={styles.unsupervised} title={t('map.none')} />
  if (!isHeld(mark)) return <State state={state} as="shape" />
  const word = map(`held.${state}`)
  return (
    <span title={word}>
      <StateShape state={state} isOutlined />
      <span className="unseen">{word}</span>
    </span>
  )
}

const faults = ['critical', 'warning', 'unknown', 'unreachable'] as const

function summary(
  counts: Pick<SiteStateItem, (typeof faults)[number]>,
  said: (state: (typeof faults)[number], count: number) => string,
): string {
  return faults.flatMap((state) => (counts[state] > 0 ? [said(state, counts[state])] : [])).join(' · ')
}

/** What is wrong before what is well, what nobody has in hand first; within that the operational level, then how bad. */
function weight({ here, level, ...below }: SiteStateItem): number {
  const { state, isAcknowledged } = here ?? below
  const rank = state === null ? -1 : ['ok', 'unreachable', 'unknown', 'warning', 'critical'].indexOf(state)
  return (rank > 0 ? (isAcknowledged ? 100 : 200) : 0) + level * 10 + rank
}
