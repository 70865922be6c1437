import { StateShape } from '../components/StateShape.tsx'
import type { StateName } from '../theme/tokens.ts'
import styles from './Attention.module.css'

interface Props {
  state: StateName
  /** What is wrong, in a sentence. */
  children: React.ReactNode
  /** Since when, on what. */
  detail?: React.ReactNode
  /** What to do about it. */
  action?: React.ReactNode
}

/** One thing that needs a person, in the place where it is looked for. */
export function Attention({ state, children, detail, action }: Props) {
  return (
    <div className={styles.attention} data-state={state}>
      <StateShape state={state} size={14} className={styles.shape} />
      <div className={styles.text}>
        <p>{children}</p>
        {detail && <p className={styles.detail}>{detail}</p>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
