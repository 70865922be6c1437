import { useEffect, useRef, useState } from 'react'
import type { StateName } from '../theme/tokens.ts'
import { StateShape } from './StateShape.tsx'
import { useSay } from '../say.ts'
import styles from './State.module.css'

interface Props {
  state: StateName
  /** Name of the person who acknowledged it. */
  acknowledgedBy?: string | undefined
  /** `word` (unless said) is shape and word; `badge` has a ground of its own; `shape` says its word to screen readers alone. */
  as?: 'word' | 'badge' | 'shape'
  /** Another word than the state's own: how many, or what is wrong. */
  children?: React.ReactNode
}

/** How something is: a shape, a colour and a word. It pulses once when it changes. */
export function State({ state, acknowledgedBy, as = 'word', children }: Props) {
  const t = useSay()
  const isOk = state === 'ok'
  const word = acknowledgedBy
    ? t('web:state.acknowledgedBy', { state: t(`web:state.${state}`), name: acknowledgedBy })
    : t(`web:state.${state}`)
  return (
    <span
      className={styles.state}
      data-state={state}
      data-as={as}
      data-quiet={isOk || undefined}
      data-acknowledged={acknowledgedBy !== undefined || undefined}
      data-changed={useHasChanged(state) || undefined}
      title={as === 'shape' || acknowledgedBy ? word : undefined}
    >
      <StateShape state={state} isOutlined={acknowledgedBy !== undefined} className={styles.shape} />
      {as === 'shape' ? (
        <span className="unseen">{word}</span>
      ) : (
        <span>{children ?? t(`web:state.${state}`)}</span>
      )}
      {acknowledgedBy && (
        <span className={styles.initials} aria-hidden="true">
          {initialsOf(acknowledgedBy)}
        </span>
      )}
      {as !== 'shape' && acknowledgedBy && <span className="unseen">{word}</span>}
    </span>
  )
}

/** `Anne-Marie Le Goff` is AL. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? ''
  const last = words.length > 1 ? (words.find((word, at) => at > 0 && /^\p{Lu}/u.test(word))?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}

function useHasChanged(state: StateName): boolean {
  const before = useRef(state)
  const [hasChanged, setHasChanged] = useState(false)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    setHasChanged(true)
    const timer = setTimeout(() => setHasChanged(false), 1000)
    return () => clearTimeout(timer)
  }, [state])
  return hasChanged
}
