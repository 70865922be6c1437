import { Button } from '@mantine/core'
import { IconPencil, IconShieldCheck, IconTrash, IconUsers } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApi, useApiMutation } from '#web/api.ts'
import { PersonName } from '#web/components/PersonName.tsx'
import { toast } from '#web/components/toast.ts'
import { DetailPage, DetailWaiting } from '#web/detail.ts'
import { List, type Column } from '#web/list.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { History } from '../History.tsx'
import { tellFault, undo } from '../tell-fault.ts'
import type { Person, Role } from '../words.ts'
import { RoleRights } from './RoleRights.tsx'

export default function RolePage() {
  const { id } = useParams()
  const query = useApi('GET /roles/:id', { id })
  return query.data ? <RoleDetail role={query.data} /> : <DetailWaiting query={query} />
}

function RoleDetail({ role }: { role: Role }) {
  const { t } = useTranslation('identity')
  const can = useCan()
  const isOwn = role.builtin === null
  const mayChange = isOwn && can('role.write', 'everything')
  const edit = () => go(`/roles/${role.id}/edit`)
  return (
    <DetailPage
      crumbs={[{ label: t('roles.title'), href: '/roles' }]}
      icon={IconShieldCheck}
      title={role.name}
      subtitle={t(`roleAbout.${role.builtin ?? 'own'}`)}
      {...(mayChange ? { edit } : {})}
      actions={mayChange && <Actions role={role} edit={edit} />}
      tabs={[
        {
          key: 'rights',
          label: t('field.rights'),
          count: role.rights.length,
          render: () => <RoleRights role={role} />,
        },
        {
          key: 'people',
          label: t('people.title'),
          count: role.peopleCount,
          fills: true,
          render: () => <Holders role={role} />,
        },
        ...(can('person.read', 'everything')
          ? [
              {
                key: 'history',
                label: t('history.title'),
                render: () => <History route="GET /roles/:id/history" id={role.id} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function Actions({ role: { id, name, rights, peopleCount }, edit }: { role: Role; edit: () => void }) {
  const { t } = useTranslation('identity')
  const remove = useApiMutation('DELETE /roles/:id', {
    refetches: ['GET /roles', 'GET /rights'],
    done: () => {
      go('/roles', { replace: true })
      toast({
        message: t('role.removed', { name }),
        undo: () => void undo(() => api('POST /roles', { name, rights }), ['GET /roles']),
      })
    },
  })
  return (
    <>
      {peopleCount === 0 && (
        <Button
          variant="default"
          leftSection={<IconTrash size={16} />}
          loading={remove.isPending}
          onClick={() => remove.mutate({ id }, tellFault)}
        >
          {t('role.remove')}
        </Button>
      )}
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit}>
        {t('edit')}
      </Button>
    </>
  )
}

function Holders({ role }: { role: Role }) {
  const { t } = useTranslation('identity')
  const columns = useMemo<Column<Person>[]>(
    () => [
      {
        key: 'name',
        label: t('field.name'),
        cell: (person) => <PersonName name={person.name} />,
        text: (person) => person.name,
        sort: true,
        width: 260,
      },
      {
        key: 'organisationName',
        label: t('field.organisation'),
        cell: (person) => person.organisationName ?? t('people.ofHouse'),
        text: (person) => person.organisationName,
        sort: true,
        width: 220,
        phone: 'below',
      },
      {
        key: 'email',
        label: t('field.email'),
        cell: (person) => person.email,
        text: (person) => person.email,
        sort: true,
        width: 240,
      },
    ],
    [t],
  )
  return (
    <List
      name={t('people.title')}
      route="GET /people"
      input={{ roleId: [role.id] as never }}
      columns={columns}
      sort="name"
      href={(person) => `/people/${person.id}`}
      empty={{ icon: IconUsers, title: t('role.nobody'), text: t('role.nobodyWhy') }}
    />
  )
}
