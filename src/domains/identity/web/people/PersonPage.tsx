import { IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi, type Output } from '#web/api.ts'
import { Attention, DetailPage, DetailWaiting } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useParams } from '#web/params.ts'
import { useCan, useMe } from '#web/session.ts'
import type { Person } from '../words.ts'
import { EditPerson } from './EditPerson.tsx'
import { GrantsTab } from './GrantsTab.tsx'
import { History } from '../History.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { PersonAccess } from './PersonAccess.tsx'
import { PersonActions } from './PersonActions.tsx'
import { PersonFacts } from './PersonFacts.tsx'

export default function PersonPage() {
  const { id } = useParams()
  const query = useApi('GET /people/:id', { id })
  return query.data ? <PersonDetail person={query.data} /> : <DetailWaiting query={query} />
}

function PersonDetail({ person }: { person: Person }) {
  const { t } = useTranslation('identity')
  const can = useCan()
  const isSelf = useMe()?.id === person.id
  const [isEditing, setIsEditing] = useState(false)
  const [link, setLink] = useState<Output<'POST /people/:id/link'>>()
  const mayWrite = can('person.write')
  const edit = mayWrite ? () => setIsEditing(true) : undefined
  return (
    <>
      <DetailPage
        crumbs={[{ label: t('people.title'), href: '/people' }]}
        icon={IconUser}
        title={person.name}
        subtitle={<Subtitle person={person} />}
        {...(edit ? { edit } : {})}
        actions={
          mayWrite && (
            <PersonActions
              person={person}
              isSelf={isSelf}
              edit={() => setIsEditing(true)}
              showLink={setLink}
            />
          )
        }
        attention={useAttention(person)}
        tabs={[
          {
            key: 'roles',
            label: t('field.roles'),
            count: person.grants.length,
            render: () => <GrantsTab person={person} />,
          },
          // One's own stand under “My account”, where the password is asked for.
          ...(mayWrite && !isSelf
            ? [{ key: 'access', label: t('person.access'), render: () => <PersonAccess person={person} /> }]
            : []),
          {
            key: 'history',
            label: t('history.title'),
            render: () => <History route="GET /people/:id/history" id={person.id} />,
          },
        ]}
        facts={<PersonFacts person={person} />}
      />
      {isEditing && <EditPerson person={person} close={() => setIsEditing(false)} />}
      {link && <LinkDialog name={person.name} link={link} close={() => setLink(undefined)} />}
    </>
  )
}

function Subtitle({ person }: { person: Person }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const roles = [...new Set(person.grants.map(({ roleName }) => roleName))]
  return (
    <span>
      {[
        person.organisationName ?? t('people.ofHouse'),
        roles.length > 0 ? format.list(roles) : t('grant.none'),
      ].join(' · ')}
    </span>
  )
}

/** Only what somebody has to do something about. */
function useAttention({ state, grants }: Person): React.ReactNode {
  const { t } = useTranslation('identity')
  if (state === 'active' && grants.length > 0) return undefined
  const [what, why] = {
    disabled: [t('person.disabled'), t('person.disabledWhy')],
    invited: [t('person.invited'), t('person.invitedWhy')],
    active: [t('person.powerless'), t('person.powerlessWhy')],
  }[state]
  return (
    <Attention state={state === 'active' ? 'warning' : 'maintenance'} detail={why}>
      {what}
    </Attention>
  )
}
