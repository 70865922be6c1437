import { lazy, Suspense } from 'react'
import type { SitesMapProps } from './SitesMap.tsx'
import styles from './LazySitesMap.module.css'
import { loadFresh } from '../outdated.ts'

const SitesMap = lazy(loadFresh(async () => ({ default: (await import('./SitesMap.tsx')).SitesMap })))

/**
 * The map of sites, fetched when it is first shown: MapLibre and the outlines are more than all the rest of the
 * page. Until then water, so that nothing jumps.
 */
export function LazySitesMap(props: SitesMapProps) {
  const { sea, mutedText } = props.colours
  const waiting = (
    <div className={styles.waiting} style={{ background: sea, color: mutedText }} role="status">
      {props.words.waiting}
    </div>
  )
  return (
    <Suspense fallback={waiting}>
      <SitesMap {...props} />
    </Suspense>
  )
}
