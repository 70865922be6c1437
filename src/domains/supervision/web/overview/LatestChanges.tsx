import { useTranslation } from 'react-i18next'
import type { Output } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { Section, Timeline } from '#web/detail.ts'

type Change = Output<'GET /overview'>['changes'][number]

const mostShown = 12

export function LatestChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useTranslation('supervision')
  return (
    <Section title={t('overview.changes')}>
      {changes.length === 0 ? (
        <p style={{ color: 'var(--muted)' }}>{t('overview.noChange')}</p>
      ) : (
        <Timeline
          entries={changes.slice(0, mostShown).map((change) => ({
            id: `${change.assetId} ${change.at}`,
            at: change.at,
            what: (
              <>
                <Link href={`/assets/${change.assetId}`}>{change.assetName}</Link>{' '}
                {change.state && <span>{t(`state.${change.state}`)}</span>}
              </>
            ),
            state: change.state ?? undefined,
          }))}
        />
      )}
    </Section>
  )
}
