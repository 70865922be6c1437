import { useTranslation } from 'react-i18next'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import { go } from '#web/navigate.ts'
import { useCan } from '#web/session.ts'
import type { CircuitRow } from '../words.ts'

/** Where a circuit begins and ends, and on which equipment. */
export function CircuitEnds({ circuit, isWriter = false }: { circuit: CircuitRow; isWriter?: boolean }) {
  const { t } = useTranslation('network')
  const can = useCan()
  const { siteId, siteName, farSiteId, farSiteName, assetId, assetName, interfaceId, interfaceName } = circuit
  const add = isWriter ? () => go(`/circuits/${circuit.id}/edit`) : undefined
  return (
    <Facts
      title={t('circuits.ends')}
      facts={[
        {
          label: t('circuit.site'),
          value: siteId && <Link href={`/sites/${siteId}`}>{siteName}</Link>,
          add,
        },
        {
          label: t('circuit.farSite'),
          value: farSiteId && <Link href={`/sites/${farSiteId}`}>{farSiteName}</Link>,
          add,
        },
        {
          label: t('circuit.asset'),
          value: assetId && <Link href={`/assets/${assetId}`}>{assetName}</Link>,
          add,
        },
        {
          label: t('circuit.interface'),
          value:
            interfaceId &&
            (can('interface.read') ? (
              <Link href={`/interfaces/${interfaceId}`}>
                <Mono>{interfaceName}</Mono>
              </Link>
            ) : (
              <Mono>{interfaceName}</Mono>
            )),
          add,
        },
      ]}
    />
  )
}
