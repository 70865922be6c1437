import styles from './Peek.module.css'

/** What a row is called, and below what it is. */
export function PeekHead({ name, children }: { name: React.ReactNode; children: React.ReactNode }) {
  return (
    <div className={styles.head}>
      <h2>{name}</h2>
      <p>{children}</p>
    </div>
  )
}

/** Free text as it was typed, line by line; nothing where there is none. */
export function Notes({ text }: { text: string }) {
  return text === '' ? null : <p className={styles.notes}>{text}</p>
}

/** What can be done with the row. */
export function PeekButtons({ children }: { children: React.ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}
