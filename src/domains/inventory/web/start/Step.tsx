import { IconCheck } from '@tabler/icons-react'
import styles from './Step.module.css'

interface Props {
  number: number
  title: string
  /** What this step asks, in a sentence. */
  help?: string
  state: 'now' | 'done' | 'later'
  children: React.ReactNode
}

/** One of the three steps: its number at the left, a line that leads on to the next. */
export function Step({ number, title, help, state, children }: Props) {
  return (
    <section className={styles.step} data-state={state} aria-label={title}>
      <span className={styles.number} aria-hidden="true">
        {state === 'done' ? <IconCheck size={16} /> : number}
      </span>
      <div className={styles.content}>
        <h2>{title}</h2>
        {help && <p className={styles.help}>{help}</p>}
        {children}
      </div>
    </section>
  )
}
