import { IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useApiMutation } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Level } from '#web/components/Level.tsx'
import { PersonName } from '#web/components/PersonName.tsx'
import { Facts } from '#web/detail.ts'
import { useWords, type ServiceRow } from '../words.ts'

type Change = Partial<Pick<ServiceRow, 'level' | 'url'>>

interface Props {
  service: ServiceRow
  /** Opens the form; absent where the person may not write, and in a peek. */
  edit?: (() => void) | undefined
}

/** What is written of a service, changed where it stands. */
export function ServiceFacts({ service, edit }: Props) {
  const { t } = useTranslation('estate')
  const words = useWords()
  const update = useApiMutation('PATCH /services/:id', { refetches: ['GET /services/:id'] })
  const save = (change: Change) => update.mutateAsync({ id: service.id, ...change, ifMatch: service.version })
  return (
    <Facts
      facts={[
        {
          label: t('serviceField.owner'),
          value: service.ownerName && <PersonName name={service.ownerName} />,
          add: edit,
        },
        {
          label: t('sites.level'),
          value: <Level level={service.level} />,
          edit: edit && {
            value: String(service.level),
            save: (level) => save({ level: Number(level) }),
            choices: words.levels,
          },
        },
        {
          label: t('serviceField.url'),
          value: service.url && (
            <a href={service.url} target="_blank" rel="noreferrer">
              {service.url.replace(/^https?:\/\//, '').replace(/\/$/, '')}{' '}
              <IconExternalLink size={13} role="img" aria-label={t('services.newTab')} />
            </a>
          ),
          // A link that is there is followed, not edited.
          edit: edit && !service.url ? { value: '', save: (url) => save({ url: url.trim() }) } : undefined,
        },
        { label: t('changedAt'), value: <Ago at={service.updatedAt} /> },
      ]}
    />
  )
}
