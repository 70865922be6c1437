import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPlus, IconShieldCheck, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApiMutation } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { Link } from '#web/components/Link.tsx'
import { Row, Rows } from '#web/components/Rows.tsx'
import { toast } from '#web/components/toast.ts'
import { Section } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import { tellFault, undo } from '../tell-fault.ts'
import type { Grant, Person } from '../words.ts'
import { AddGrant } from './AddGrant.tsx'
import { GrantWords } from './GrantWords.tsx'

const refetches = ['GET /people/:id', 'GET /people', 'GET /roles'] as const

/** The roles of a person and over what each is held. Taking one away can be undone. */
export function GrantsTab({ person }: { person: Person }) {
  const { t } = useTranslation('identity')
  const mayWrite = useCan()('person.write')
  const [isAdding, setIsAdding] = useState(false)
  const add = (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setIsAdding(true)}>
      {t('grant.add')}
    </Button>
  )
  return (
    <Section title={t('grant.title')} aside={mayWrite && person.grants.length > 0 && add}>
      {person.grants.length === 0 ? (
        <EmptyState icon={IconShieldCheck} title={t('grant.none')} action={mayWrite && add}>
          {t('grant.noneWhy')}
        </EmptyState>
      ) : (
        <Rows label={t('grant.title')}>
          {person.grants.map((grant) => (
            <GrantRow key={grant.id} person={person} grant={grant} mayWrite={mayWrite} />
          ))}
        </Rows>
      )}
      {isAdding && <AddGrant person={person} close={() => setIsAdding(false)} />}
    </Section>
  )
}

function GrantRow({ person, grant, mayWrite }: { person: Person; grant: Grant; mayWrite: boolean }) {
  const { t } = useTranslation('identity')
  const { id } = person
  const { roleId, organisationId, placeId, roleName: role } = grant
  const remove = useApiMutation('DELETE /people/:id/grants/:grantId', {
    refetches,
    done: () =>
      toast({
        message: t('grant.removed', { role }),
        undo: () =>
          void undo(() => api('POST /people/:id/grants', { id, roleId, organisationId, placeId }), refetches),
      }),
  })
  // Gone at once; it comes back where that was refused.
  if (remove.isPending || remove.isSuccess) return null
  return (
    <Row
      title={<Link href={`/roles/${roleId}`}>{role}</Link>}
      detail={<GrantWords grant={grant} />}
      action={
        mayWrite && (
          <Tooltip label={t('grant.remove', { role })}>
            <ActionIcon
              aria-label={t('grant.remove', { role })}
              onClick={() => remove.mutate({ id, grantId: grant.id }, tellFault)}
            >
              <IconTrash size={17} />
            </ActionIcon>
          </Tooltip>
        )
      }
    />
  )
}
