import styles from './Mono.module.css'

/** Addresses, serials, identifiers: what must be read letter by letter. */
export function Mono({ children }: { children: React.ReactNode }) {
  return (
    <span className={styles.mono} data-mono>
      {children}
    </span>
  )
}
