import styles from './Skeleton.module.css'

interface Props {
  /** Any CSS width; the true shape of what comes. */
  width?: string | number
  height?: number
  /** Several lines, the last one shorter. */
  lines?: number
}

/** The place of something that is on its way. It shows after 200 ms only: what is quick never flickers. */
export function Skeleton({ width = '100%', height = 12, lines = 1 }: Props) {
  return (
    <span className={styles.skeleton} aria-hidden="true">
      {Array.from({ length: lines }, (_line, at) => (
        <span key={at} style={{ width: lines > 1 && at === lines - 1 ? '60%' : width, height }} />
      ))}
    </span>
  )
}
