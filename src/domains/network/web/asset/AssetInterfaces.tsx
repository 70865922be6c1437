import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Section } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useTellUse } from '../interfaces/use-tell-use.ts'
import { Row, Rows } from './Rows.tsx'

/** So many stand here; the rest in the list, where they are sorted and sought. */
const most = 8

/** An asset's interfaces as its device names them; what is measured on them is supervision's. */
export function AssetInterfaces({ id }: { id: string }) {
  const { t } = useTranslation('network')
  const format = useFormat()
  const tellUse = useTellUse()
  const { data } = useApi('GET /interfaces', { assetId: id, sort: 'ifIndex', limit: most })
  if (!data || data.total === 0) return null
  const all = data.total > most && (
    <Link href={`/interfaces?assetId=${id}`}>{t('interfaces.all', { count: data.total })}</Link>
  )
  return (
    <Section title={t('interfaces.title')} aside={all}>
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
    </Section>
  )
}
