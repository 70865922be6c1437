import { Skeleton } from '../components/Skeleton.tsx'
import styles from './PagePending.module.css'

/** The place of a page that is still being loaded. */
export function PagePending() {
  return (
    <div className={styles.pending} aria-busy="true">
      <Skeleton width={220} height={22} />
      <Skeleton lines={6} height={14} />
    </div>
  )
}
