import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi, useApiMutation } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { toast } from '#web/components/toast.ts'
import { Section } from '#web/detail.ts'
import { SessionRows } from '../SessionRows.tsx'
import { tellFault } from '../tell-fault.ts'
import styles from '../words.module.css'

const refetches = ['GET /me/sessions'] as const

export function SessionsTab() {
  const { t } = useTranslation('identity')
  const query = useApi('GET /me/sessions', {})
  const end = useApiMutation('DELETE /me/sessions/:id', {
    refetches,
    done: () => toast({ message: t('sessions.ended', { count: 1 }) }),
  })
  const endOthers = useApiMutation('DELETE /me/sessions', {
    refetches,
    done: ({ ended }) => toast({ message: t('sessions.ended', { count: ended }) }),
  })
  const items = query.data?.items ?? []
  return (
    <Section
      title={t('sessions.title')}
      aside={
        items.length > 1 && (
          <Button
            variant="default"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate({}, tellFault)}
          >
            {t('sessions.endOthers')}
          </Button>
        )
      }
    >
      <p className={styles.lead}>{t('sessions.lead')}</p>
      {query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : query.data ? (
        <SessionRows sessions={items} none="" end={(id) => end.mutate({ id }, tellFault)} />
      ) : (
        <Skeleton lines={4} />
      )}
    </Section>
  )
}
