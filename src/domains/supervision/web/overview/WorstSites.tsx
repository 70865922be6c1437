import { useTranslation } from 'react-i18next'
import { Level } from '#web/components/Level.tsx'
import { Link } from '#web/components/Link.tsx'
import { State } from '#web/components/State.tsx'
import { Section } from '#web/detail.ts'
import type { SiteStateItem } from '../words.ts'
import styles from './WorstSites.module.css'

/** The sites where something is wrong, those that hurt most first. */
export function WorstSites({ sites }: { sites: readonly SiteStateItem[] }) {
  const { t } = useTranslation('supervision')
  if (sites.length === 0) return null
  return (
    <Section title={t('overview.worstSites')}>
      <ul className={styles.sites}>
        {sites.map(({ here, ...site }) => (
          <li key={site.siteId}>
            <State state={here?.state ?? 'unknown'} as="shape" />
            <Link href={`/sites/${site.siteId}`}>{site.name}</Link>
            <span className={styles.count}>
              {t('overview.assetsWrong', { wrong: wrongOf(here ?? site), total: (here ?? site).assets })}
            </span>
            <Level level={site.level} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

type Counts = Pick<SiteStateItem, 'critical' | 'warning' | 'unknown' | 'unreachable'>

function wrongOf({ critical, warning, unknown, unreachable }: Counts): number {
  return critical + warning + unknown + unreachable
}
