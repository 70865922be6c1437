import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { Section } from '#web/detail.ts'
import { Marks } from '#web/slots.tsx'
import type { ServiceRow } from '../words.ts'
import styles from './ServiceNeeds.module.css'

/** The services that this one is needed by. */
export function ServiceUsers({ service }: { service: ServiceRow }) {
  const { t } = useTranslation('estate')
  const users = useApi('GET /services', { serviceId: service.id }).data?.items ?? []
  if (users.length === 0) return null
  return (
    <div className={styles.needs}>
      <Section title={t('services.neededBy')}>
        <ul>
          {users.map(({ id, name }) => (
            <li key={id}>
              <Marks page="service" id={id} />
              <Link href={`/services/${id}`}>{name}</Link>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
