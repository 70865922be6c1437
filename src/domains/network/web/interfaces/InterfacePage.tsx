import { Menu } from '@mantine/core'
import { IconPlug, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, isProblem, useApi } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { toast } from '#web/components/toast.ts'
import { DetailPage, DetailWaiting, Section } from '#web/detail.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { SlotView, useSlots } from '#web/slots.tsx'
import { LinkRows } from '../asset/LinkRows.tsx'
import { EditAndMore } from '../EditAndMore.tsx'
import { History } from '../history/History.tsx'
import type { InterfaceRow } from '../words.ts'
import { EditInterface } from './InterfaceDrawer.tsx'
import { InterfaceFacts } from './InterfaceFacts.tsx'

export default function InterfacePage() {
  const { id } = useParams()
  const query = useApi('GET /interfaces/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <InterfaceShown of={query.data} />
}

/** What its device tells and what people write; domains above add what they measure. */
function InterfaceShown({ of: row }: { of: InterfaceRow }) {
  const { t } = useTranslation('network')
  const slots = useSlots('interface')
  const isWriter = useCan()('interface.write')
  const [isEditing, setIsEditing] = useState(false)
  const edit = () => setIsEditing(true)
  return (
    <>
      <DetailPage
        crumbs={[
          { label: t('interfaces.title'), href: '/interfaces' },
          { label: row.assetName, href: `/assets/${row.assetId}` },
        ]}
        icon={IconPlug}
        title={row.name}
        subtitle={[t(`interfaceKind.${row.kind}`), row.alias].filter(Boolean).join(' · ')}
        state={slots.map((slot) => slot.useState?.(row.id)).find((state) => state !== undefined)}
        {...(isWriter ? { edit } : {})}
        actions={isWriter && <InterfaceActions of={row} edit={edit} />}
        tabs={[
          {
            key: 'overview',
            label: t('overview'),
            render: () => (
              <>
                {slots.map(
                  ({ key, section }) => section && <SlotView key={key} load={section} id={row.id} />,
                )}
                <InterfaceLinks of={row} />
              </>
            ),
          },
          {
            key: 'history',
            label: t('history.title'),
            render: () => <History route="GET /interfaces/:id/history" id={row.id} />,
          },
        ]}
        facts={<InterfaceFacts of={row} />}
      />
      {isEditing && <EditInterface of={row} close={() => setIsEditing(false)} />}
    </>
  )
}

/** One that its device tells of cannot be removed: the next discovery would bring it back. */
function InterfaceActions({ of: row, edit }: { of: InterfaceRow; edit: () => void }) {
  const { t } = useTranslation('network')
  const remove = async () => {
    try {
      await api('DELETE /interfaces/:id', { id: row.id })
      toast({ message: t('interfaces.removed', { name: row.name }) })
      go('/interfaces')
    } catch (error) {
      if (!isProblem(error)) throw error
      toast({ message: [error.title, error.detail].filter(Boolean).join(' ') || t('failed') })
    }
  }
  const isRemovable = row.source === 'typed' || row.goneAt !== null
  return (
    <EditAndMore edit={edit}>
      {isRemovable && (
        <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
          {t('remove')}
        </Menu.Item>
      )}
    </EditAndMore>
  )
}

function InterfaceLinks({ of: { id, assetId } }: { of: InterfaceRow }) {
  const { t } = useTranslation('network')
  const isReader = useCan()('link.read')
  const { data } = useApi('GET /links', { assetId, limit: 500 }, { enabled: isReader })
  if (!isReader) return null
  const links = data?.items.filter(({ ends }) => ends.some(({ interfaceId }) => interfaceId === id))
  return (
    <Section title={t('links.title')}>
      {links?.length === 0 ? (
        <EmptyState title={t('links.noneOfInterface')} />
      ) : (
        <LinkRows links={links ?? []} from={assetId} />
      )}
    </Section>
  )
}
