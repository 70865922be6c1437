import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { DetailPage, DetailWaiting } from '#web/detail.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import type { CredentialRow } from '../words.ts'
import { CredentialActions } from './CredentialActions.tsx'
import { EditCredential } from './CredentialDrawer.tsx'
import { CredentialFacts } from './CredentialFacts.tsx'
import { CredentialHistory } from './CredentialHistory.tsx'
import { methodOf } from './method.ts'
import { TryCredential } from './TryCredential.tsx'

export default function CredentialPage() {
  const { id } = useParams()
  const query = useApi('GET /credentials/:id', { id })
  return query.data ? <Shown credential={query.data} /> : <DetailWaiting query={query} />
}

function Shown({ credential }: { credential: CredentialRow }) {
  const { t } = useTranslation('inventory')
  const can = useCan()
  const [isEditing, setIsEditing] = useState(false)
  const { id, name } = credential
  const edit = () => setIsEditing(true)
  const history = {
    key: 'history',
    label: t('history.title'),
    render: () => <CredentialHistory id={id} />,
  }
  const trial = { key: 'try', label: t('credential.overview'), render: () => <TryCredential id={id} /> }
  return (
    <>
      <DetailPage
        crumbs={[{ label: t('credentials.title'), href: '/credentials' }]}
        icon={IconKey}
        title={name}
        subtitle={methodOf(t, credential)}
        {...(can('credential.write') ? { edit } : {})}
        actions={
          <CredentialActions
            credential={credential}
            edit={edit}
            removed={() => go('/credentials', { replace: true })}
          />
        }
        tabs={can('discovery.run') ? [trial, history] : [history]}
        facts={<CredentialFacts credential={credential} />}
      />
      {isEditing && <EditCredential credential={credential} close={() => setIsEditing(false)} />}
    </>
  )
}
