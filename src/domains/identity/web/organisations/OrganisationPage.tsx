import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconBuildingCommunity,
  IconDots,
  IconPencil,
  IconTrash,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, refetch, useApi } from '#web/api.ts'
import { ConfirmByName } from '#web/components/ConfirmByName.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { Tags } from '#web/components/Tags.tsx'
import { DetailPage, DetailWaiting, Facts } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { List, type Column } from '#web/list.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { useCan, useMe } from '#web/session.ts'
import { SlotView, useSlots } from '#web/slots.tsx'
import { InvitePerson } from '../people/InvitePerson.tsx'
import { History } from '../History.tsx'
import type { Organisation, Person } from '../words.ts'
import { OrganisationForm } from './OrganisationForm.tsx'

export default function OrganisationPage() {
  const { id } = useParams()
  const query = useApi('GET /organisations/:id', { id })
  return query.data ? <OrganisationDetail organisation={query.data} /> : <DetailWaiting query={query} />
}

function OrganisationDetail({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const can = useCan()
  const slots = useSlots('organisation')
  const [isEditing, setIsEditing] = useState(false)
  const [isRemoving, setIsRemoving] = useState(false)
  const { id, name, notes, version } = organisation
  const isWhole = useMe()?.organisations.find((one) => one.id === id)?.isWhole
  const mayWrite = can('organisation.write') && isWhole
  const edit = () => setIsEditing(true)
  const saveNotes = async (changed: string) => {
    await api('PATCH /organisations/:id', { id, notes: changed }, { ifMatch: version })
    await refetch(['GET /organisations', 'GET /organisations/:id'])
  }
  return (
    <>
      <DetailPage
        crumbs={[{ label: t('organisations.title'), href: '/organisations' }]}
        icon={IconBuildingCommunity}
        title={name}
        {...(mayWrite ? { edit } : {})}
        actions={mayWrite && <Actions edit={edit} remove={() => setIsRemoving(true)} />}
        tabs={[
          ...(can('person.read')
            ? [{ key: 'people', label: t('people.title'), fills: true, render: () => <Members id={id} /> }]
            : []),
          ...slots.flatMap(({ key, tab }) =>
            tab
              ? [
                  {
                    key,
                    label: t(tab.labelKey),
                    fills: tab.fills ?? false,
                    render: () => <SlotView load={tab.load} id={id} />,
                  },
                ]
              : [],
          ),
          // Who holds only a part of it sees nothing of what happened to the whole.
          ...(isWhole
            ? [
                {
                  key: 'history',
                  label: t('history.title'),
                  render: () => <History route="GET /organisations/:id/history" id={id} />,
                },
              ]
            : []),
        ]}
        facts={
          <Facts
            facts={[
              {
                label: t('field.notes'),
                value: notes,
                edit: mayWrite ? { value: notes, isLong: true, save: saveNotes } : undefined,
              },
              { label: t('field.createdAt'), value: format.date(organisation.createdAt) },
            ]}
          />
        }
      />
      {isEditing && <OrganisationForm organisation={organisation} close={() => setIsEditing(false)} />}
      <ConfirmByName
        isOpen={isRemoving}
        onClose={() => setIsRemoving(false)}
        title={t('organisation.remove')}
        name={name}
        verb={t('organisation.removeVerb')}
        confirm={async () => {
          await api('DELETE /organisations/:id', { id })
          await refetch(['GET /organisations', 'GET /me'])
          go('/organisations', { replace: true })
        }}
      >
        {t('organisation.removeWhy')}
      </ConfirmByName>
    </>
  )
}

function Actions({ edit, remove }: { edit: () => void; remove: () => void }) {
  const { t } = useTranslation('identity')
  const mayRemove = useCan()('organisation.write', 'everything')
  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit}>
        {t('edit')}
      </Button>
      {mayRemove && (
        <Menu>
          <Menu.Target>
            <ActionIcon size={36} aria-label={t('more')}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="danger" leftSection={<IconTrash size={16} />} onClick={remove}>
              {t('organisation.removeVerb')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  )
}

function Members({ id }: { id: string }) {
  const { t } = useTranslation('identity')
  const can = useCan()
  const [isInviting, setIsInviting] = useState(false)
  const invite = can('person.write') && (
    <Button leftSection={<IconUserPlus size={16} />} onClick={() => setIsInviting(true)}>
      {t('people.invite')}
    </Button>
  )
  const columns = useMemo<Column<Person>[]>(
    () => [
      {
        key: 'name',
        label: t('field.name'),
        cell: (person) => <PersonName name={person.name} />,
        text: (person) => person.name,
        sort: true,
        width: 240,
      },
      {
        key: 'roles',
        label: t('field.roles'),
        cell: (person) => (
          <Tags tags={[...new Set(person.grants.map(({ roleName }) => roleName))]} most={2} />
        ),
        text: (person) => person.grants.map(({ roleName }) => roleName).join(', '),
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
    <>
      <List
        name={t('people.title')}
        route="GET /people"
        input={{ organisationId: [id] as never }}
        columns={columns}
        sort="name"
        href={(person) => `/people/${person.id}`}
        empty={{
          icon: IconUsers,
          title: t('organisation.nobody'),
          text: t('organisation.nobodyWhy'),
          action: invite || undefined,
        }}
      />
      {isInviting && <InvitePerson organisationId={id} close={() => setIsInviting(false)} />}
    </>
  )
}
