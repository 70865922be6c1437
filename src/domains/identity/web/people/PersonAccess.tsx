import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useApi, useApiMutation } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { toast } from '#web/components/toast.ts'
import { Section } from '#web/detail.ts'
import { SessionRows } from '../SessionRows.tsx'
import { tellFault } from '../tell-fault.ts'
import { TokenRows } from '../TokenRows.tsx'
import type { Person } from '../words.ts'

/** Where somebody is signed in and what signs in for him: what an administrator ends when something is wrong. */
export function PersonAccess({ person }: { person: Person }) {
  return (
    <>
      <Sessions person={person} />
      <SecondFactor person={person} />
      <Tokens person={person} />
    </>
  )
}

function Sessions({ person: { id } }: { person: Person }) {
  const { t } = useTranslation('identity')
  const query = useApi('GET /people/:id/sessions', { id })
  const end = useApiMutation('DELETE /people/:id/sessions', {
    refetches: ['GET /people/:id/sessions'],
    done: ({ ended }) => toast({ message: t('sessions.ended', { count: ended }) }),
  })
  const items = query.data?.items ?? []
  return (
    <Section
      title={t('sessions.title')}
      aside={
        items.length > 0 && (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate({ id }, tellFault)}>
            {t('sessions.endAll')}
          </Button>
        )
      }
    >
      {query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : query.data ? (
        <SessionRows sessions={items} none={t('sessions.noneOfPerson')} />
      ) : (
        <Skeleton lines={3} />
      )}
    </Section>
  )
}

function SecondFactor({ person: { id, hasSecondFactor } }: { person: Person }) {
  const { t } = useTranslation('identity')
  const remove = useApiMutation('DELETE /people/:id/second-factor', {
    refetches: ['GET /people/:id'],
    done: () => toast({ message: t('secondFactor.removed') }),
  })
  return (
    <Section
      title={t('field.secondFactor')}
      aside={
        hasSecondFactor && (
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate({ id }, tellFault)}
          >
            {t('secondFactor.remove')}
          </Button>
        )
      }
    >
      <p>{t(hasSecondFactor ? 'secondFactor.ofPerson' : 'secondFactor.noneOfPerson')}</p>
    </Section>
  )
}

function Tokens({ person: { id } }: { person: Person }) {
  const { t } = useTranslation('identity')
  const query = useApi('GET /people/:id/tokens', { id })
  const revoke = useApiMutation('DELETE /people/:id/tokens/:tokenId', {
    refetches: ['GET /people/:id/tokens'],
    done: () => toast({ message: t('tokens.revoked') }),
  })
  return (
    <Section title={t('tokens.title')}>
      {query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : query.data ? (
        <TokenRows
          tokens={query.data.items}
          none={t('tokens.noneOfPerson')}
          revoke={(tokenId) => revoke.mutate({ id, tokenId }, tellFault)}
        />
      ) : (
        <Skeleton lines={3} />
      )}
    </Section>
  )
}
