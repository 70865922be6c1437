import { IconLock, IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/EmptyState.tsx'
import { useDomainWords } from '../domain-words.ts'
import { useMe } from '../session.ts'
import { useTitle } from '../title.ts'

/** The page exists, and this person may not see it. */
export function NoRightPage({ right, over }: { right: string; over: 'everything' | undefined }) {
  const { t } = useTranslation('web')
  const hasNoRole = useMe()?.rights.length === 0
  const title = t(hasNoRole ? 'error.noRole.title' : 'error.forbidden.title')
  useTitle(title)
  const rightOf = useDomainWords('right')
  if (hasNoRole)
    return (
      <EmptyState icon={IconUserQuestion} title={title}>
        <p>{t('error.noRole.why')}</p>
      </EmptyState>
    )
  return (
    <EmptyState icon={IconLock} title={title}>
      <p>{t('error.forbidden.why', { right: rightOf(right) ?? right })}</p>
      {over === 'everything' && <p>{t('error.forbidden.everything')}</p>}
    </EmptyState>
  )
}
