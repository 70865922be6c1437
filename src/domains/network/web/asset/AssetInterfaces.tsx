import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { NoRows, Row, Rows } from '#web/components/Rows.tsx'
import { Section } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import { NewInterface } from '../interfaces/InterfaceDrawer.tsx'
import { useTellUse } from '../interfaces/use-tell-use.ts'

/** So many stand here; the rest in the list, where they are sorted and sought. */
const most = 8

/** An asset's interfaces as its device names them; what is measured on them is supervision's. */
export function AssetInterfaces({ id }: { id: string }) {
  const { t } = useTranslation('network')
  const format = useFormat()
  const tellUse = useTellUse()
  const { data } = useApi('GET /interfaces', { assetId: id, sort: 'ifIndex', limit: most })
  const name = useApi('GET /assets/:id', { id }).data?.name
  const isWriter = useCan()('interface.write')
  const [isAdding, setIsAdding] = useState(false)
  if (!data || (data.total === 0 && !isWriter)) return null
  const aside = (
    <>
      {data.total > most && (
        <Link href={`/interfaces?assetId=${id}`}>{t('interfaces.all', { count: data.total })}</Link>
      )}
      {isWriter && (
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setIsAdding(true)}>
          {t('interfaces.create')}
        </Button>
      )}
    </>
  )
  return (
    <Section title={t('interfaces.title')} aside={aside}>
      {data.total === 0 && <NoRows>{t('interfaces.none')}</NoRows>}
      <Rows label={t('interfaces.title')}>
        {data.items.map((row) => (
          <Row
            key={row.id}
            title={
              <Link href={`/interfaces/${row.id}`}>
                <Mono>{row.name}</Mono>
              </Link>
            }
            detail={row.alias}
            aside={[row.isEnabled ? '' : tellUse(row), row.speedBps ? format.unit(row.speedBps, 'bit/s') : '']
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </Rows>
      {isAdding && <NewInterface asset={{ value: id, label: name ?? '' }} close={() => setIsAdding(false)} />}
    </Section>
  )
}
