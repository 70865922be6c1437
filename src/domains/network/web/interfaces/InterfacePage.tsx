import { IconPlug } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { EmptyState } from '#web/components/EmptyState.tsx'
import { DetailPage, DetailWaiting, Section } from '#web/detail.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { SlotView, useSlots } from '#web/slots.tsx'
import { LinkRows } from '../asset/LinkRows.tsx'
import type { InterfaceRow } from '../words.ts'
import { InterfaceFacts } from './InterfaceFacts.tsx'

export default function InterfacePage() {
  const { id } = useParams()
  const query = useApi('GET /interfaces/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <InterfaceShown of={query.data} />
}

/** Read from the device, so nothing here is written; domains above add what they measure. */
function InterfaceShown({ of: row }: { of: InterfaceRow }) {
  const { t } = useTranslation('network')
  const slots = useSlots('interface')
  return (
    <DetailPage
      crumbs={[
        { label: t('interfaces.title'), href: '/interfaces' },
        { label: row.assetName, href: `/assets/${row.assetId}` },
      ]}
      icon={IconPlug}
      title={row.name}
      subtitle={[t(`interfaceKind.${row.kind}`), row.alias].filter(Boolean).join(' · ')}
      state={slots.map((slot) => slot.useState?.(row.id)).find((state) => state !== undefined)}
      tabs={[
        {
          key: 'overview',
          label: t('overview'),
          render: () => (
            <>
              {slots.map(({ key, section }) => section && <SlotView key={key} load={section} id={row.id} />)}
              <InterfaceLinks of={row} />
            </>
          ),
        },
      ]}
      facts={<InterfaceFacts of={row} />}
    />
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
