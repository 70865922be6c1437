import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PersonName } from '../../components/PersonName.tsx'
import { Attention, Section, Timeline } from '../../detail.ts'
import { now } from '../../clock.ts'
import { Figure, NowPage } from '../../now.ts'
import { exampleHistory } from './example-history.ts'

export default function OverviewPage() {
  const { t } = useTranslation('gallery')
  return (
    <NowPage
      title={t('nav.now')}
      figures={
        <>
          <Figure value={12} label={t('text.critical')} state="critical" href="/alerts" detail="3 sites" />
          <Figure value={31} label={t('text.warning')} state="warning" href="/alerts" />
          <Figure value={0} label={t('text.unreachable')} state="unreachable" />
          <Figure value={10_000} label={t('text.watched')} detail={t('text.ofSites')} href="/devices" />
        </>
      }
      aside={
        <>
          <Section title={t('text.onCall')}>
            <PersonName name="Marie-Thérèse de La Rochefoucauld" href="/people/1" />
          </Section>
          <Section title={t('text.recent')}>
            <Timeline entries={exampleHistory(now()).slice(0, 4)} />
          </Section>
        </>
      }
    >
      <Section title={t('text.needs')}>
        <div style={{ display: 'grid', gap: 8 }}>
          <Attention
            state="critical"
            detail={t('text.downDetail')}
            action={<Button variant="default">{t('text.open')}</Button>}
          >
            {t('text.down')}
          </Attention>
          <Attention state="warning" detail="ond-bre-0412 · APC Smart-UPS 1500 · CIS Brest">
            ond-bre-0412
          </Attention>
          <Attention state="unknown">srv-qui-0098</Attention>
          <Attention state="maintenance" detail="23:00 – 01:00">
            rtr-mor-0007
          </Attention>
        </div>
      </Section>
    </NowPage>
  )
}
