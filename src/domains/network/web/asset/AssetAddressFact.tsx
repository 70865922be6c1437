import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Copy } from '#web/components/Copy.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'

/** The address at which an asset is spoken to, among its facts. */
export default function AssetAddressFact({ id }: { id: string }) {
  const { t } = useTranslation('network')
  const { data } = useApi('GET /addresses', { assetId: id, sort: 'address', limit: 500 })
  const primary = data?.items.find(({ isPrimary }) => isPrimary)?.address
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
