import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Ago } from '#web/components/Ago.tsx'
import { Level } from '#web/components/Level.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { Facts } from '#web/detail.ts'
import type { ServiceRow } from '../words.ts'

export function ServiceFacts({ service }: { service: ServiceRow }) {
  const { t } = useTranslation('estate')
  return (
    <Facts
      facts={[
        {
          label: t('serviceField.owner'),
          value: service.ownerName && <PersonName name={service.ownerName} />,
        },
        { label: t('sites.level'), value: <Level level={service.level} /> },
        {
          label: t('serviceField.url'),
          value: service.url && (
            <a href={service.url} target="_blank" rel="noreferrer">
              {service.url.replace(/^https?:\/\//, '').replace(/\/$/, '')}{' '}
              <IconExternalLink size={13} role="img" aria-label={t('services.newTab')} />
            </a>
          ),
        },
        { label: t('changedAt'), value: <Ago at={service.updatedAt} /> },
      ]}
    />
  )
}
