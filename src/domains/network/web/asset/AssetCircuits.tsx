import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Row, Rows } from '#web/components/Rows.tsx'
import { Section } from '#web/detail.ts'

/** The circuits that end on the asset; nothing where none does, as for most assets. */
export function AssetCircuits({ id }: { id: string }) {
  const { t } = useTranslation('network')
  const { data } = useApi('GET /circuits', { assetId: id, limit: 500 })
  if (!data || data.total === 0) return null
  return (
    <Section title={t('circuits.title')}>
      <Rows label={t('circuits.title')}>
        {data.items.map((circuit) => (
          <Row
            key={circuit.id}
            title={<Link href={`/circuits/${circuit.id}`}>{circuit.name}</Link>}
            detail={
              <>
                {circuit.operator} {circuit.lineIdentifier && <Mono>{circuit.lineIdentifier}</Mono>}
              </>
            }
            aside={
              circuit.supportPhone && (
                <a href={`tel:${circuit.supportPhone.replaceAll(/[^+\d]/g, '')}`}>{circuit.supportPhone}</a>
              )
            }
          />
        ))}
      </Rows>
    </Section>
  )
}
