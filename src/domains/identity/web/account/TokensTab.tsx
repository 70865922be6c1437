import { Button } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, useApiMutation } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { toast } from '#web/components/toast.ts'
import { Section } from '#web/detail.ts'
import type { Me } from '#web/session.ts'
import { tellFault } from '../tell-fault.ts'
import { TokenRows } from '../TokenRows.tsx'
import { NewToken } from './NewToken.tsx'

export function TokensTab({ me }: { me: Me }) {
  const { t } = useTranslation('identity')
  const [isMaking, setIsMaking] = useState(false)
  const query = useApi('GET /me/tokens', {})
  const revoke = useApiMutation('DELETE /me/tokens/:id', {
    refetches: ['GET /me/tokens'],
    done: () => toast({ message: t('tokens.revoked') }),
  })
  const items = query.data?.items ?? []
  const make = (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setIsMaking(true)}>
      {t('tokens.create')}
    </Button>
  )
  return (
    <Section title={t('tokens.title')} aside={items.length > 0 && make}>
      {query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : !query.data ? (
        <Skeleton lines={4} />
      ) : items.length === 0 ? (
        <EmptyState icon={IconKey} title={t('tokens.empty')} action={make}>
          {t('tokens.emptyWhy')}
        </EmptyState>
      ) : (
        <TokenRows tokens={items} none="" revoke={(id) => revoke.mutate({ id }, tellFault)} />
      )}
      {isMaking && <NewToken me={me} close={() => setIsMaking(false)} />}
    </Section>
  )
}
