import { Menu } from '@mantine/core'
import { IconPlugConnected, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { DetailPage, DetailWaiting } from '#web/detail.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { EditAndMore } from '../EditAndMore.tsx'
import { History } from '../history/History.tsx'
import { Notes } from '../Peek.tsx'
import type { LinkRow } from '../words.ts'
import { LinkFacts } from './LinkFacts.tsx'
import { EditLink } from './NewLink.tsx'
import { useRemoveLinks } from './use-remove-links.ts'

export default function LinkPage() {
  const { id } = useParams()
  const query = useApi('GET /links/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <LinkShown link={query.data} />
}

function LinkShown({ link }: { link: LinkRow }) {
  const { t } = useTranslation('network')
  const isWriter = useCan()('link.write')
  const remove = useRemoveLinks()
  const [isEditing, setIsEditing] = useState(false)
  const edit = () => setIsEditing(true)
  const [near, far] = link.ends
  return (
    <>
      <DetailPage
        crumbs={[{ label: t('links.title'), href: '/links' }]}
        icon={IconPlugConnected}
        title={`${near.assetName} – ${far.assetName}`}
        subtitle={[near.interfaceName, far.interfaceName].filter(Boolean).join(' – ')}
        {...(isWriter ? { edit } : {})}
        actions={
          isWriter && (
            <EditAndMore edit={edit}>
              <Menu.Item
                leftSection={<IconTrash size={16} />}
                onClick={() => void remove([link]).then(() => go('/links'))}
              >
                {t('remove')}
              </Menu.Item>
            </EditAndMore>
          )
        }
        tabs={[
          {
            key: 'overview',
            label: t('overview'),
            render: () =>
              link.notes === '' ? <EmptyState title={t('links.noNotes')} /> : <Notes text={link.notes} />,
          },
          {
            key: 'history',
            label: t('history.title'),
            render: () => <History route="GET /links/:id/history" id={link.id} />,
          },
        ]}
        facts={<LinkFacts link={link} />}
      />
      {isEditing && <EditLink link={link} close={() => setIsEditing(false)} />}
    </>
  )
}
