import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Level } from '#web/components/Level.tsx'
import { Link } from '#web/components/Link.tsx'
import { Section } from '#web/detail.ts'
import { SlotView, type Slot } from '#web/slots.tsx'
import { useCan } from '#web/session.ts'
import type { AssetFull } from '../words.ts'
import styles from './AssetOverview.module.css'

/** What domains above know of the asset, then who depends on it, then what people wrote down. */
export function AssetOverview({ asset, slots }: { asset: AssetFull; slots: readonly Slot[] }) {
  const { t } = useTranslation('estate')
  const sections = slots.filter(({ section }) => section)
  return (
    <>
      {sections.map(({ key, section }) => section && <SlotView key={key} load={section} id={asset.id} />)}
      <Dependants asset={asset} />
      <Section title={t('assetField.notes')}>
        {asset.notes ? (
          <p className={styles.notes}>{asset.notes}</p>
        ) : (
          <p className={styles.none}>{t('assets.noNotes')}</p>
        )}
      </Section>
    </>
  )
}

function Dependants({ asset }: { asset: AssetFull }) {
  const { t } = useTranslation('estate')
  const can = useCan()
  const services = useApi(
    'GET /services',
    { assetId: asset.id, sort: '-level' },
    { enabled: can('service.read') },
  ).data
  if (!services || services.total === 0) return null
  return (
    <Section title={t('assets.neededBy')}>
      <ul className={styles.services}>
        {services.items.map(({ id, name, description, level }) => (
          <li key={id}>
            <Link href={`/services/${id}`}>{name}</Link>
            <span className={styles.description}>{description}</span>
            <Level level={level} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
