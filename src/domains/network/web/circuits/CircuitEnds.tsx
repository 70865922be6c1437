import { useTranslation } from 'react-i18next'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Facts } from '#web/detail.ts'
import { useCan } from '#web/session.ts'
import type { CircuitRow } from '../words.ts'

/** Where a circuit begins and ends, and on which equipment. */
export function CircuitEnds({ circuit }: { circuit: CircuitRow }) {
  const { t } = useTranslation('network')
  const can = useCan()
  const { siteId, siteName, farSiteId, farSiteName, assetId, assetName, interfaceId, interfaceName } = circuit
  return (
    <Facts
      title={t('circuits.ends')}
      facts={[
        { label: t('circuit.site'), value: siteId && <Link href={`/sites/${siteId}`}>{siteName}</Link> },
        {
          label: t('circuit.farSite'),
          value: farSiteId && <Link href={`/sites/${farSiteId}`}>{farSiteName}</Link>,
        },
        {
          label: t('circuit.asset'),
          value: assetId && <Link href={`/assets/${assetId}`}>{assetName}</Link>,
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
        },
      ]}
    />
  )
}
