import { IconBoxMultiple } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from '#web/components/Link.tsx'
import { Section } from '#web/detail.ts'
import { Marks } from '#web/slots.tsx'
import { KindPicture } from '../assets/kind-icons.ts'
import type { ServiceRow } from '../words.ts'
import styles from './ServiceNeeds.module.css'

/** What a service depends on by itself: services first, then assets. */
export function ServiceNeeds({ service }: { service: ServiceRow }) {
  const { t } = useTranslation('estate')
  if (service.services.length + service.assets.length === 0) return null
  return (
    <div className={styles.needs}>
      <Section title={t('services.needs')}>
        <ul>
          {service.services.map(({ id, name }) => (
            <li key={id}>
              <Marks page="service" id={id} />
              <IconBoxMultiple size={16} stroke={1.6} role="img" aria-label={t('services.one')} />
              <Link href={`/services/${id}`}>{name}</Link>
            </li>
          ))}
          {service.assets.map(({ id, name, kind }) => (
            <li key={id}>
              <Marks page="asset" id={id} />
              <KindPicture kind={kind} label={t(`assetKind.${kind}`)} />
              <Link href={`/assets/${id}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
