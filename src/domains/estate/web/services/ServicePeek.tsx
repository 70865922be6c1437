import { useTranslation } from 'react-i18next'
import { PeekHead, PeekNotes } from '../PeekHead.tsx'
import type { ServiceRow } from '../words.ts'
import { ServiceFacts } from './ServiceFacts.tsx'
import { ServiceNeeds } from './ServiceNeeds.tsx'

export function ServicePeek({ service }: { service: ServiceRow }) {
  const { t } = useTranslation('estate')
  return (
    <>
      <PeekHead name={service.name}>{service.description || t('services.one')}</PeekHead>
      <ServiceFacts service={service} />
      <ServiceNeeds service={service} />
      <PeekNotes text={service.notes} />
    </>
  )
}
