import { useTranslation } from 'react-i18next'
import type { Output } from '#web/api.ts'
import type { Fact } from '#web/detail.ts'

type AssetFact = Output<'GET /assets/:id/facts'>['items'][number]
export type FactField = AssetFact['field']

/**
 * Where the value that is shown came from, and when: a typed one holds, and what the device says instead is told beside
 * it. Of a value that was there before anybody counted, nothing is known.
 */
export function useOrigins(facts: readonly AssetFact[]): (field: FactField) => Pick<Fact, 'source' | 'at'> {
  const { t, i18n } = useTranslation('estate')
  const protocolOf = ({ protocol }: AssetFact) => {
    const key = `estate:protocol.${protocol}`
    return protocol && i18n.exists(key) ? t(key) : (protocol ?? '')
  }
  return (field) => {
    const typed = facts.find((fact) => fact.field === field && fact.source === 'typed')
    const read = facts.find((fact) => fact.field === field && fact.source === 'discovered')
    const fact = typed ?? read
    if (!fact) return {}
    if (fact === read) return { source: protocolOf(read), at: read.readAt }
    const source = read
      ? t('origin.typedThough', { protocol: protocolOf(read), value: read.value })
      : t('origin.typed')
    return { source, at: fact.readAt }
  }
}
