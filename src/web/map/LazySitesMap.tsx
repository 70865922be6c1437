import { lazy, Suspense } from 'react'
import type { SitesMapProps } from './SitesMap.tsx'
import { loadFresh } from '../outdated.ts'

const SitesMap = lazy(loadFresh(async () => ({ default: (await import('./SitesMap.tsx')).SitesMap })))

/**
 * The map of sites, fetched when it is first shown: MapLibre and the outlines are more than all the rest of the
 * page. Until then water, so that nothing jumps.
 */
export function LazySitesMap(props: SitesMapProps) {
  const { sea } = props.colours
  return (
    <Suspense fallback={<div style={{ width: '100%', height: '100%', minHeight: 240, background: sea }} />}>
      <SitesMap {...props} />
    </Suspense>
  )
}
