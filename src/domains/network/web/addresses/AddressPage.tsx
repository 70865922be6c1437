import { Menu } from '@mantine/core'
import { IconNetwork, IconStar, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { DetailPage, DetailWaiting } from '#web/detail.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { useCan } from '#web/session.ts'
import { AssetAddresses } from '../asset/AssetAddresses.tsx'
import { EditAndMore } from '../EditAndMore.tsx'
import { History } from '../history/History.tsx'
import type { AddressRow } from '../words.ts'
import { AddressFacts } from './AddressFacts.tsx'
import { EditAddress } from './EditAddress.tsx'
import { useAddressWrites } from './use-address-writes.ts'

export default function AddressPage() {
  const { id } = useParams()
  const query = useApi('GET /addresses/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <AddressShown address={query.data} />
}

function AddressShown({ address: row }: { address: AddressRow }) {
  const { t } = useTranslation('network')
  const isWriter = useCan()('address.write')
  const [isEditing, setIsEditing] = useState(false)
  const { setPrimary, remove } = useAddressWrites()
  const edit = () => setIsEditing(true)
  return (
    <>
      <DetailPage
        crumbs={[
          { label: t('addresses.title'), href: '/addresses' },
          { label: row.assetName, href: `/assets/${row.assetId}` },
        ]}
        icon={IconNetwork}
        title={row.address}
        subtitle={[row.name, t(row.isPrimary ? 'addresses.isPrimary' : 'addresses.isOther')]
          .filter(Boolean)
          .join(' · ')}
        {...(isWriter ? { edit } : {})}
        actions={
          isWriter && (
            <EditAndMore edit={edit}>
              {!row.isPrimary && (
                <Menu.Item leftSection={<IconStar size={16} />} onClick={() => void setPrimary(row)}>
                  {t('addresses.setPrimary')}
                </Menu.Item>
              )}
              <Menu.Item
                leftSection={<IconTrash size={16} />}
                onClick={() => void remove([row]).then(() => go('/addresses'))}
              >
                {t('remove')}
              </Menu.Item>
            </EditAndMore>
          )
        }
        tabs={[
          { key: 'overview', label: t('overview'), render: () => <AssetAddresses id={row.assetId} /> },
          {
            key: 'history',
            label: t('history.title'),
            render: () => <History route="GET /addresses/:id/history" id={row.id} />,
          },
        ]}
        facts={<AddressFacts of={row} />}
      />
      {isEditing && <EditAddress address={row} close={() => setIsEditing(false)} />}
    </>
  )
}
