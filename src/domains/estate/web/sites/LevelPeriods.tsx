import { Button } from '@mantine/core'
import { IconFlag3 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApiMutation, type Output } from '#web/api.ts'
import { Level } from '#web/components/Level.tsx'
import { toast } from '#web/components/toast.ts'
import { Section } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import type { SiteFull } from '../words.ts'
import styles from './LevelPeriods.module.css'

type Period = Output<'GET /sites/:siteId/level-periods'>['items'][number]
interface Props {
  periods: readonly Period[]
  site: SiteFull
  raise: (() => void) | undefined
}

/** The times for which a site's level is raised: those to come and under way first. */
export function LevelPeriods({ periods, site, raise }: Props) {
  const { t } = useTranslation('estate')
  if (periods.length === 0) return null
  return (
    <Section
      title={t('period.title')}
      aside={
        raise && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconFlag3 size={15} />} onClick={raise}>
            {t('period.raise')}
          </Button>
        )
      }
    >
      <ul className={styles.periods}>
        {periods.map((period) => (
          <PeriodRow key={period.id} period={period} site={site} isWriter={raise !== undefined} />
        ))}
      </ul>
    </Section>
  )
}

function PeriodRow({ period, site, isWriter }: { period: Period; site: SiteFull; isWriter: boolean }) {
  const { t } = useTranslation('estate')
  const format = useFormat()
  const end = useApiMutation('POST /level-periods/:id/end', {
    refetches: ['GET /sites/:siteId/level-periods', 'GET /sites/:id'],
    done: () => toast({ message: t('period.ended') }),
  })
  const at = (instant: string) => `${format.date(instant)}, ${format.time(instant)}`
  return (
    <li className={styles.period} data-phase={period.phase}>
      <Level level={period.level} base={site.level} />
      <div className={styles.text}>
        <p>{period.reason || t('period.noReason')}</p>
        <p className={styles.when}>
          {t(`period.${period.phase}`, { from: at(period.startsAt), until: at(period.endsAt) })}
        </p>
      </div>
      {isWriter && period.phase !== 'over' && (
        <Button
          variant="default"
          size="compact-sm"
          loading={end.isPending}
          onClick={() => end.mutate({ id: period.id })}
        >
          {t(period.phase === 'planned' ? 'period.takeBack' : 'period.end')}
        </Button>
      )}
    </li>
  )
}
