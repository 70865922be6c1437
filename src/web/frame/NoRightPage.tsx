import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/EmptyState.tsx'
import { Mono } from '../components/Mono.tsx'
import { useTitle } from '../title.ts'

/** The page exists, and this person may not see it. */
export function NoRightPage({ right, over }: { right: string; over: 'everything' | undefined }) {
  const { t } = useTranslation('web')
  useTitle(t('error.forbidden.title'))
  return (
    <EmptyState icon={IconLock} title={t('error.forbidden.title')}>
      <p>{t('error.forbidden.why')}</p>
      <p>
        <Mono>{right}</Mono>
      </p>
      {over === 'everything' && <p>{t('error.forbidden.everything')}</p>}
    </EmptyState>
  )
}
