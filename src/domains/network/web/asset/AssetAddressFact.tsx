import { useTranslation } from 'react-i18next'
import { Copy } from '#web/components/Copy.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import { usePrimaryAddress } from './use-primary-address.ts'

/** The address at which an asset is spoken to, among its facts. */
export default function AssetAddressFact({ id }: { id: string }) {
  const { t } = useTranslation('network')
  const primary = usePrimaryAddress(id)
  if (!primary) return null
  return (
    <Facts
      facts={[
        {
          label: t('address.address'),
          value: (
            <Copy text={primary}>
              <Mono>{primary}</Mono>
            </Copy>
          ),
        },
      ]}
    />
  )
}
