import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Copy } from '#web/components/Copy.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import type { InterfaceRow } from '../words.ts'
import { useTellUse } from './use-tell-use.ts'

/** What its device says of an interface. */
export function InterfaceFacts({ of: row }: { of: InterfaceRow }) {
  const { t } = useTranslation('network')
  const format = useFormat()
  const tellUse = useTellUse()
  return (
    <Facts
      facts={[
        { label: t('interface.asset'), value: <Link href={`/assets/${row.assetId}`}>{row.assetName}</Link> },
        {
          label: t('interface.use'),
          value: row.goneAt ? (
            <>
              {tellUse(row)} (<Ago at={row.goneAt} />)
            </>
          ) : (
            tellUse(row)
          ),
        },
        { label: t('interface.kind'), value: t(`interfaceKind.${row.kind}`) },
        { label: t('interface.alias'), value: row.alias },
        { label: t('interface.description'), value: row.description },
        {
          label: t('interface.speedShort'),
          value: row.speedBps === null ? null : format.unit(row.speedBps, 'bit/s'),
        },
        {
          label: t('interface.mac'),
          value: row.mac && (
            <Copy text={row.mac}>
              <Mono>{row.mac}</Mono>
            </Copy>
          ),
        },
        { label: t('interface.vlan'), value: row.vlan },
        { label: t('interface.mtu'), value: row.mtu === null ? null : format.unit(row.mtu, t('bytes')) },
        { label: t('interface.index'), value: row.ifIndex },
        { label: t('address.source'), value: t(`addressSource.${row.source}`) },
        { label: t('changedAt'), value: <Ago at={row.updatedAt} /> },
      ]}
    />
  )
}
