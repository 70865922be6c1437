import type { Map } from 'maplibre-gl'
import { useLayoutEffect, useRef } from 'react'
import type { ReactNode } from 'react'

interface MapCardProps {
  map: Map
  longitude: number
  latitude: number
  /** A card that can be clicked takes the pointer; others let it through. */
  isPinned?: boolean
  children: ReactNode
}

const GAP = 24

/** A card beside a place of the map, kept within the map and moving along with it. */
export function MapCard({ map, longitude, latitude, isPinned = false, children }: MapCardProps) {
  const card = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const place = (): void => moveBeside(card.current, map, map.project([longitude, latitude]))
    place()
    map.on('move', place)
    return () => {
      map.off('move', place)
    }
  })
  return (
    <div ref={card} className="map-card" data-pinned={isPinned || undefined}>
      {children}
    </div>
  )
}

/** Above the place, or below where there is no room; pushed in from the sides. */
function moveBeside(card: HTMLElement | null, map: Map, { x, y }: { x: number; y: number }): void {
  if (!card) return
  const { offsetWidth: width, offsetHeight: height } = card
  const { clientWidth } = map.getContainer()
  const left = Math.max(8, Math.min(clientWidth - width - 8, x - width / 2))
  const above = y - height - GAP
  const top = above >= 8 ? above : y + GAP
  card.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`
}
