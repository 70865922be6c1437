import { useTitle } from '../title.ts'
import styles from './NowPage.module.css'

interface Props {
  title: string
  /** What decides something, as large figures. */
  figures?: React.ReactNode
  actions?: React.ReactNode
  /** Sections, ordered by what hurts. */
  children: React.ReactNode
  /** Beside them where there is place: who is on call, what was done last. */
  aside?: React.ReactNode
}

/** A page of now: overview, bad day, wall. Calm where all is well, ordered by what it hurts where it is not. */
export function NowPage({ title, figures, actions, children, aside }: Props) {
  useTitle(title)
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {figures && <div className={styles.figures}>{figures}</div>}
      <div className={styles.columns} data-aside={aside !== undefined || undefined}>
        <div className={styles.main}>{children}</div>
        {aside && <aside className={styles.aside}>{aside}</aside>}
      </div>
    </div>
  )
}
