import type { GeoJSONSource, Map, MapGeoJSONFeature, MapLayerMouseEvent } from 'maplibre-gl'
import { MARKS_WORST_FIRST, type Mark } from '../states.ts'
import { MARKS, SITES_SOURCE } from './layers.ts'

/** A mark under the pointer, with where it stands. */
export type Pointed = { longitude: number; latitude: number } & (
  | { kind: 'site'; id: string }
  | { kind: 'cluster'; key: number; total: number; counts: Record<Mark, number> }
)

export interface PointingEvents {
  /** Something else is pointed at, or nothing. */
  onPoint(pointed: Pointed | undefined): void
  onOpen(id: string): void
  /** A cluster that no zoom takes apart was clicked: its sites lie at one place. */
  onTogether(pointed: Pointed, ids: string[]): void
}

/** Listens for pointer and clicks on the marks until the function it returns is called. */
export function listenToMarks(map: Map, events: PointingEvents): () => void {
  let last: string | undefined
  const point = (pointed: Pointed | undefined): void => {
    const key = pointed && keyOf(pointed)
    if (key === last) return
    last = key
    map.getCanvas().style.cursor = pointed ? 'pointer' : ''
    events.onPoint(pointed)
  }
  const onMove = (event: MapLayerMouseEvent): void => point(describe(topmost(event)))
  const onLeave = (): void => point(undefined)
  const onClick = (event: MapLayerMouseEvent): void => {
    const pointed = describe(topmost(event))
    if (!pointed) return
    onLeave()
    if (pointed.kind === 'site') events.onOpen(pointed.id)
    else void openCluster(map, pointed, events)
  }
  map.on('mousemove', MARKS, onMove)
  map.on('mouseleave', MARKS, onLeave)
  map.on('click', MARKS, onClick)
  return () => {
    map.off('mousemove', MARKS, onMove)
    map.off('mouseleave', MARKS, onLeave)
    map.off('click', MARKS, onClick)
  }
}

async function openCluster(
  map: Map,
  pointed: Pointed & { kind: 'cluster' },
  events: PointingEvents,
): Promise<void> {
  const source = map.getSource<GeoJSONSource>(SITES_SOURCE)
  if (!source) return
  try {
    const zoom = await source.getClusterExpansionZoom(pointed.key)
    if (zoom <= map.getMaxZoom()) {
      map.easeTo({ center: [pointed.longitude, pointed.latitude], zoom: zoom + 0.1, duration: 350 })
      return
    }
    const leaves = await source.getClusterLeaves(pointed.key, Infinity, 0)
    events.onTogether(
      pointed,
      leaves.map((leaf) => String(leaf.properties?.['id'])),
    )
  } catch {
    // The cluster dissolved between the click and the answer: what was clicked is no longer there.
    events.onPoint(undefined)
  }
}

/** Where marks overlap, the one drawn on top. */
function topmost(event: MapLayerMouseEvent): MapGeoJSONFeature | undefined {
  return event.features?.[0]
}

function describe(feature: MapGeoJSONFeature | undefined): Pointed | undefined {
  if (feature?.geometry.type !== 'Point') return undefined
  const [longitude, latitude] = feature.geometry.coordinates as [number, number]
  const { properties } = feature
  if (properties['cluster_id'] === undefined) {
    return { kind: 'site', id: String(properties['id']), longitude, latitude }
  }
  const counts = Object.fromEntries(MARKS_WORST_FIRST.map((mark) => [mark, Number(properties[mark])]))
  return {
    kind: 'cluster',
    key: Number(properties['cluster_id']),
    total: Number(properties['point_count']),
    counts: counts as Record<Mark, number>,
    longitude,
    latitude,
  }
}

function keyOf(pointed: Pointed): string {
  return pointed.kind === 'site' ? pointed.id : `${pointed.key}/${Object.values(pointed.counts).join()}`
}
