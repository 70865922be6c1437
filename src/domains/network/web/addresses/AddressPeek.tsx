import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Copy } from '#web/components/Copy.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { useCan } from '#web/session.ts'
import { PeekButtons, PeekHead } from '../Peek.tsx'
import type { AddressRow } from '../words.ts'
import { AddressFacts } from './AddressFacts.tsx'
import { EditAddress } from './EditAddress.tsx'
import { useAddressWrites } from './use-address-writes.ts'

export function AddressPeek({ address }: { address: AddressRow }) {
  const { t } = useTranslation('network')
  const { setPrimary, remove } = useAddressWrites()
  const [isEditing, setIsEditing] = useState(false)
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
      <AddressFacts of={address} />
      {useCan()('address.write') && (
        <PeekButtons>
          <Button variant="default" onClick={() => setIsEditing(true)}>
            {t('edit')}
          </Button>
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
      {isEditing && <EditAddress address={address} close={() => setIsEditing(false)} />}
    </>
  )
}
