import { useTranslation } from 'react-i18next'
import { useApi, type Output } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Link } from '#web/components/Link.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Section } from '#web/detail.ts'
import { Figure, NowPage } from '#web/now.ts'
import { AlertRows } from './AlertRows.tsx'
import { AllWell, NothingYet } from './Calm.tsx'
import { LatestChanges } from './LatestChanges.tsx'
import { WorstSites } from './WorstSites.tsx'

/** What needs a person now, in the order of what it hurts. */
export default function OverviewPage() {
  const { t } = useTranslation('supervision')
  const query = useApi('GET /overview', {})
  const overview = query.data
  if (query.error && !overview)
    return (
      <NowPage title={t('overview.title')}>
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      </NowPage>
    )
  if (overview && isEmpty(overview))
    return (
      <NowPage title={t('overview.title')}>
        <NothingYet unsupervised={overview.assets.none} />
      </NowPage>
    )
  return (
    <NowPage
      title={t('overview.title')}
      figures={<Figures assets={overview?.assets} />}
      aside={
        overview && (
          <>
            <WorstSites sites={overview.worstSites} />
            <LatestChanges changes={overview.changes} />
          </>
        )
      }
    >
      {overview ? <Needs overview={overview} /> : <Skeleton lines={6} />}
    </NowPage>
  )
}

type Overview = Output<'GET /overview'>

function isEmpty({ assets }: Overview): boolean {
  return assets.ok + assets.warning + assets.critical + assets.unknown + assets.unreachable === 0
}

const shown = ['critical', 'warning', 'unknown', 'unreachable', 'ok'] as const
const lists = { ok: '/assets', unreachable: '/checks?state=unreachable' } as const

function Figures({ assets }: { assets: Overview['assets'] | undefined }) {
  const { t } = useTranslation('supervision')
  return shown.map((state) => (
    <Figure
      key={state}
      value={assets?.[state]}
      label={t(`overview.${state}`)}
      state={state}
      href={state in lists ? lists[state as keyof typeof lists] : `/alerts?state=${state}`}
      detail={
        state === 'ok' && assets && assets.none > 0
          ? t('overview.unsupervised', { count: assets.none })
          : undefined
      }
    />
  ))
}

function Needs({ overview: { wrong, wrongTotal, acknowledged, muted, assets } }: { overview: Overview }) {
  const { t } = useTranslation('supervision')
  const more = wrongTotal - wrong.length
  return (
    <>
      <Section
        title={t('overview.needs')}
        aside={muted > 0 && <Link href="/alerts">{t('overview.muted', { count: muted })}</Link>}
      >
        {wrong.length > 0 ? (
          <>
            <AlertRows alerts={wrong} />
            {more > 0 && (
              <p>
                <Link href="/alerts">{t('overview.more', { count: more })}</Link>
              </p>
            )}
          </>
        ) : (
          <AllWell
            supervised={assets.ok}
            unreachable={assets.unreachable}
            isHeld={acknowledged.length + muted > 0}
          />
        )}
      </Section>
      {acknowledged.length > 0 && (
        <Section title={t('overview.inHand')}>
          <AlertRows alerts={acknowledged} />
        </Section>
      )}
    </>
  )
}
