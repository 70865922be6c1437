import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { Mono } from '#web/components/Mono.tsx'
import styles from './NetworkChoices.module.css'

/** The networks that the server stands in itself: most people mean one of them, and need not type it. */
export function NetworkChoices({ choose, chosen }: { choose: (prefix: string) => void; chosen: string }) {
  const { t } = useTranslation('inventory')
  const { data } = useApi('GET /discoveries/networks', {})
  if (!data || data.items.length === 0) return null
  return (
    <div className={styles.choices} role="group" aria-label={t('discovery.ownNetworks')}>
      <span>{t('discovery.ownNetworks')}</span>
      {data.items.slice(0, 4).map(({ prefix }) => (
        <button key={prefix} type="button" aria-pressed={prefix === chosen} onClick={() => choose(prefix)}>
          <Mono>{prefix}</Mono>
        </button>
      ))}
    </div>
  )
}
