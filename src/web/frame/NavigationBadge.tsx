import { useTranslation } from 'react-i18next'
import { StateShape } from '../components/StateShape.tsx'
import { useFormat } from '../format.ts'
import type { Badge } from '../page.ts'
import styles from './NavigationBadge.module.css'

/** How many are wrong, beside the name of where they are listed; nothing where none is. */
export function NavigationBadge({ useBadge }: { useBadge: () => Badge | undefined }) {
  const { t } = useTranslation('web')
  const format = useFormat()
  const badge = useBadge()
  if (!badge || badge.count === 0) return null
  return (
    <span className={styles.badge} data-state={badge.state} data-badge>
      {badge.state && <StateShape state={badge.state} size={9} />}
      {format.number(badge.count)}
      {badge.state && <span className="unseen"> {t(`state.${badge.state}`)}</span>}
    </span>
  )
}
