import { Button } from '@mantine/core'
import { IconZoomQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../components/EmptyState.tsx'
import { go } from '../navigate.ts'
import { useTitle } from '../title.ts'

/** No page has this address. */
export function NotFoundPage() {
  const { t } = useTranslation('web')
  useTitle(t('error.missing.title'))
  return (
    <EmptyState
      icon={IconZoomQuestion}
      title={t('error.noPage.title')}
      action={
        <Button variant="default" onClick={() => go('/')}>
          {t('error.home')}
        </Button>
      }
    >
      {t('error.noPage.why')}
    </EmptyState>
  )
}
