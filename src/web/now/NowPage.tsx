import { useNow } from '../clock.ts'
import { useFormat } from '../format.ts'
import { LiveNotice } from '../frame/LiveNotice.tsx'
import { useTitle } from '../title.ts'
import { useIsWall, useWallZoom } from './wall.ts'
import { WallButton } from './WallButton.tsx'
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

/**
 * A page of now: overview, bad day, wall. Calm where all is well, ordered by what it hurts where it is not. On a wall it
 * stands alone, as large as the screen allows, and says what time it is: one that stands still is seen.
 */
export function NowPage({ title, figures, actions, children, aside }: Props) {
  useTitle(title)
  const isWall = useIsWall()
  const zoom = useWallZoom()
  return (
    <div className={styles.page} data-wall={isWall || undefined} style={isWall ? { zoom } : undefined}>
      <header className={styles.head}>
        <h1>{title}</h1>
        {isWall && <WallTime />}
        <div className={styles.actions}>
          {actions}
          {figures && <WallButton />}
        </div>
      </header>
      {figures && <div className={styles.figures}>{figures}</div>}
      <div className={styles.columns} data-aside={aside !== undefined || undefined}>
        <div className={styles.main}>{children}</div>
        {aside && <aside className={styles.aside}>{aside}</aside>}
      </div>
    </div>
  )
}

function WallTime() {
  const format = useFormat()
  return (
    <>
      <LiveNotice />
      <span className={styles.time}>{format.second(useNow(1000))}</span>
    </>
  )
}
