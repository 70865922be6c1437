import styles from './Rows.module.css'

/** A few things one below the other, each with what can be done with it: sessions, addresses of an asset. */
export function Rows({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <ul className={styles.rows} aria-label={label}>
      {children}
    </ul>
  )
}

interface RowProps {
  icon?: React.ReactNode
  title: React.ReactNode
  detail?: React.ReactNode
  /** At the right, before what can be done. */
  aside?: React.ReactNode
  action?: React.ReactNode
}

export function Row({ icon, title, detail, aside, action }: RowProps) {
  return (
    <li className={styles.row}>
      {icon && <span className={styles.icon}>{icon}</span>}
      <div className={styles.text}>
        <p className={styles.title}>{title}</p>
        {detail && <div className={styles.detail}>{detail}</div>}
      </div>
      {aside && <div className={styles.aside}>{aside}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </li>
  )
}

/** That there is none, where there could be some. */
export function NoRows({ children }: { children: React.ReactNode }) {
  return <p className={styles.none}>{children}</p>
}
