import { Button, Menu } from '@mantine/core'
import { IconPlus, IconStar, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Copy } from '#web/components/Copy.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { NoRows, Row, Rows } from '#web/components/Rows.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Section } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import { AddAddress } from '../addresses/AddAddress.tsx'
import { useAddressWrites } from '../addresses/use-address-writes.ts'
import type { AddressRow } from '../words.ts'
import { RowMenu } from './RowMenu.tsx'

export function AssetAddresses({ id }: { id: string }) {
  const { t } = useTranslation('network')
  const isWriter = useCan()('address.write')
  const [isAdding, setIsAdding] = useState(false)
  const { data } = useApi('GET /addresses', { assetId: id, sort: 'address', limit: 500 })
  const add = isWriter && (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setIsAdding(true)}>
      {t('addresses.add')}
    </Button>
  )
  return (
    <Section title={t('addresses.title')} aside={add}>
      {!data && <Skeleton lines={2} />}
      {data?.total === 0 && <NoRows>{t('addresses.noneOfAsset')}</NoRows>}
      {data && data.total > 0 && (
        <Rows label={t('addresses.title')}>
          {data.items.map((row) => (
            <AddressLine key={row.id} row={row} isWriter={isWriter} />
          ))}
        </Rows>
      )}
      {isAdding && <AddAddress asset={{ value: id, label: '' }} close={() => setIsAdding(false)} />}
    </Section>
  )
}

function AddressLine({ row, isWriter }: { row: AddressRow; isWriter: boolean }) {
  const { t } = useTranslation('network')
  const { setPrimary, remove } = useAddressWrites()
  return (
    <Row
      title={
        <Copy text={row.address}>
          <Link href={`/addresses/${row.id}`}>
            <Mono>{row.address}</Mono>
          </Link>
        </Copy>
      }
      detail={[row.name, row.isPrimary && t('addresses.isPrimary')].filter(Boolean).join(' · ')}
      aside={t(`addressSource.${row.source}`)}
      action={
        isWriter && (
          <RowMenu of={row.address}>
            {!row.isPrimary && (
              <Menu.Item leftSection={<IconStar size={16} />} onClick={() => void setPrimary(row)}>
                {t('addresses.setPrimary')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove([row])}>
              {t('remove')}
            </Menu.Item>
          </RowMenu>
        )
      }
    />
  )
}
