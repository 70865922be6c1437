import { useEffect, useRef } from 'react'
import styles from './Tick.module.css'

interface Props {
  label: string
  isTicked: boolean
  /** Some of what it stands for is ticked. */
  isPartly?: boolean
  onChange: () => void
  tabIndex?: number
}

/** A box to tick, of one element only: a long list has hundreds. */
export function Tick({ label, isTicked, isPartly = false, onChange, tabIndex }: Props) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly
  }, [isPartly])
  return (
    <input
      ref={box}
      type="checkbox"
      className={styles.tick}
      aria-label={label}
      checked={isTicked}
      onChange={onChange}
      tabIndex={tabIndex}
    />
  )
}
