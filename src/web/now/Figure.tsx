import { Link } from '../components/Link.tsx'
import { StateShape } from '../components/StateShape.tsx'
import { useFormat } from '../format.ts'
import type { StateName } from '../theme/tokens.ts'
import styles from './Figure.module.css'

interface Props {
  value: number | undefined
  label: string
  /** Coloured only where there is something to count. */
  state?: StateName
  detail?: React.ReactNode
  /** Where what is counted is listed. */
  href?: string
}

/** A figure that decides something. It leads to what it counts. */
export function Figure({ value, label, state, detail, href }: Props) {
  const format = useFormat()
  const isQuiet = !state || state === 'ok' || !value
  // Nothing to count, or not known yet: the shape alone, without its colour.
  const isNone = !value
  const content = (
    <>
      <span className={styles.label}>
        {state && <StateShape state={state} className={isNone ? styles.none : undefined} />}
        {label}
      </span>
      <span className={styles.value} data-state={isQuiet ? undefined : state}>
        {value === undefined ? '—' : format.number(value)}
      </span>
      {detail && <span className={styles.detail}>{detail}</span>}
    </>
  )
  if (!href) return <div className={styles.figure}>{content}</div>
  return (
    <Link href={href} className={styles.figure}>
      {content}
    </Link>
  )
}
