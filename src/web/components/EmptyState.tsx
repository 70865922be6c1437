import type { Icon } from '@tabler/icons-react'
import styles from './EmptyState.module.css'

interface Props {
  icon?: Icon | undefined
  /** What this page is for, or that nothing fits. */
  title: string
  /** Why nothing is here. */
  children?: React.ReactNode
  /** One button. */
  action?: React.ReactNode
}

/** What stands where there is nothing: what this is for, why it is empty, what to do. */
export function EmptyState({ icon: Picture, title, children, action }: Props) {
  return (
    <div className={styles.empty}>
      {Picture && (
        <span className={styles.picture}>
          <Picture size={22} stroke={1.6} aria-hidden="true" />
        </span>
      )}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.why}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
