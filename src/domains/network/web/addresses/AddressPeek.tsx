import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Copy } from '#web/components/Copy.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import { PeekButtons, PeekHead } from '../Peek.tsx'
import type { AddressRow } from '../words.ts'
import { useAddressWrites } from './use-address-writes.ts'

export function AddressPeek({ address }: { address: AddressRow }) {
  const { t } = useTranslation('network')
  const { setPrimary, remove } = useAddressWrites()
  return (
    <>
      <PeekHead
        name={
          <Copy text={address.address}>
            <Mono>{address.address}</Mono>
          </Copy>
        }
      >
        {address.isPrimary ? t('addresses.isPrimary') : t('addresses.isOther')}
      </PeekHead>
      <Facts
        facts={[
          {
            label: t('address.asset'),
            value: <Link href={`/assets/${address.assetId}`}>{address.assetName}</Link>,
          },
          { label: t('address.source'), value: t(`addressSource.${address.source}`) },
          { label: t('changedAt'), value: <Ago at={address.updatedAt} /> },
        ]}
      />
      {useCan()('address.write') && (
        <PeekButtons>
          {!address.isPrimary && (
            <Button variant="default" onClick={() => void setPrimary(address)}>
              {t('addresses.setPrimary')}
            </Button>
          )}
          <Button variant="default" onClick={() => void remove([address])}>
            {t('remove')}
          </Button>
        </PeekButtons>
      )}
    </>
  )
}
