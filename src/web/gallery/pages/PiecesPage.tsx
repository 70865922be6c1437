import { Button } from '@mantine/core'
import { IconRadar2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiProblem } from '../../api.ts'
import { now } from '../../clock.ts'
import { Ago } from '../../components/Ago.tsx'
import { ConfirmByName } from '../../components/ConfirmByName.tsx'
import { Copy } from '../../components/Copy.tsx'
import { Duration } from '../../components/Duration.tsx'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorState } from '../../components/ErrorState.tsx'
import { Level } from '../../components/Level.tsx'
import { Mono } from '../../components/Mono.tsx'
import { PersonName } from '../../components/PersonName.tsx'
import { Skeleton } from '../../components/Skeleton.tsx'
import { State } from '../../components/State.tsx'
import { Tags } from '../../components/Tags.tsx'
import { toast } from '../../components/toast.ts'
import { Section } from '../../detail.ts'
import { useFormat } from '../../format.ts'
import { NowPage } from '../../now.ts'
import { states } from '../../theme/tokens.ts'

const row = { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px 28px' } as const

export default function PiecesPage() {
  const { t } = useTranslation('gallery')
  const format = useFormat()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <NowPage title={t('nav.pieces')}>
      <Section title="State">
        {(['word', 'badge', 'shape'] as const).map((as) => (
          <p key={as} style={{ ...row, marginBottom: 12 }}>
            {states.map((state) => (
              <State key={state} state={state} as={as} />
            ))}
          </p>
        ))}
        <p style={row}>
          {states.map((state) => (
            <State key={state} state={state} acknowledgedBy="Marie-Thérèse de La Rochefoucauld" />
          ))}
        </p>
      </Section>
      <Section title="Level · Ago · Duration">
        <p style={row}>
          {[1, 2, 3, 4, 5].map((level) => (
            <Level key={level} level={level} />
          ))}
          <Level level={4} base={2} />
        </p>
        <p style={{ ...row, marginTop: 12 }}>
          {[2e3, 4e4, 2e5, 7e6, 9e7, 3e9, 9e10].map((ms) => (
            <Ago key={ms} at={now() - ms} />
          ))}
          {[420, 42_000, 3_700_000, 280_000_000].map((ms) => (
            <Duration key={ms} ms={ms} />
          ))}
          <Duration since={now() - 95_000} />
        </p>
        <p style={{ ...row, marginTop: 12 }}>
          {(['bit/s', 'byte', 'ms', '%', '°C', 'count'] as const).map((unit) => (
            <span key={unit}>
              {format.unit(1_234_567 / (unit === '%' ? 12_345 : unit === '°C' ? 30_000 : 1), unit)}
            </span>
          ))}
        </p>
      </Section>
      <Section title="Mono · Copy · Tags · PersonName">
        <p style={row}>
          <Mono>10.29.0.254</Mono>
          <Copy text="00:1b:21:ab:cd:ef">
            <Mono>00:1b:21:ab:cd:ef</Mono>
          </Copy>
          <Tags tags={['NEXSIS', 'PoE', 'à remplacer', 'une étiquette beaucoup trop longue pour tenir']} />
          <PersonName name="Marie-Thérèse de La Rochefoucauld" href="/" />
          <PersonName name="Loïc" />
        </p>
      </Section>
      <Section title="Button">
        <p style={row}>
          <Button>{t('text.open')}</Button>
          <Button variant="default">{t('device.edit')}</Button>
          <Button variant="light">{t('device.tag')}</Button>
          <Button variant="subtle">{t('device.tag')}</Button>
          <Button disabled>{t('text.open')}</Button>
          <Button loading>{t('text.open')}</Button>
          <Button
            onClick={() =>
              toast({ message: t('text.undone'), undo: () => toast({ message: t('device.acknowledge') }) })
            }
          >
            Toast
          </Button>
          <Button color="danger" onClick={() => setIsAsking(true)}>
            {t('device.delete')}
          </Button>
        </p>
        <ConfirmByName
          isOpen={isAsking}
          onClose={() => setIsAsking(false)}
          title={t('text.deleteTitle')}
          name="sw-bre-0001"
          verb={t('device.delete')}
          confirm={async () => {}}
        >
          {t('text.deleteText')}
        </ConfirmByName>
      </Section>
      <Section title="Skeleton">
        <Skeleton lines={3} />
      </Section>
      <Section title="EmptyState · ErrorState">
        <EmptyState icon={IconRadar2} title={t('empty.title')} action={<Button>{t('empty.action')}</Button>}>
          {t('empty.text')}
        </EmptyState>
        <ErrorState error={new ApiProblem({ status: 0, code: 'offline', title: '' })} retry={() => {}} />
        <ErrorState
          error={
            new ApiProblem({
              status: 500,
              code: 'unexpected',
              title: '',
              instance: '019a7c1e-4b5d-7d10-9a35-5f1c0f2f7d11',
            })
          }
        />
      </Section>
    </NowPage>
  )
}
