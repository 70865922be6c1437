import type { Feature, FeatureCollection, Point } from 'geojson'
import type { GeoJSONSource, GeoJSONSourceDiff, Map } from 'maplibre-gl'
import type { MapSite, Mark } from '../states.ts'
import { isPlaced } from '../view.ts'
import { MAX_ZOOM } from '../create-map.ts'
import { afterDrawing } from './pace.ts'
import { CLUSTER_PROPERTIES, FOCUS_SOURCE, SITES_SOURCE } from './layers.ts'

/** A site whose mark has changed since it was last drawn. */
export interface Change {
  site: MapSite
  from: Mark
}

export interface SitesOnMap {
  /** Takes the sites as they are now; only what differs reaches the map, a few times a second. */
  show(sites: readonly MapSite[]): void
  /** Stops what is still waiting to be drawn. */
  stop(): void
}

/** Adds the sources that the sites' layers draw from. */
export function addSiteSources(map: Map): void {
  map.addSource(SITES_SOURCE, {
    type: 'geojson',
    data: collect([]),
    promoteId: 'id',
    cluster: true,
    clusterRadius: 42,
    // Sites at one address stay one mark even at the nearest view; a click then lists them.
    clusterMaxZoom: MAX_ZOOM,
    maxzoom: MAX_ZOOM + 1,
    clusterProperties: CLUSTER_PROPERTIES,
  })
  map.addSource(FOCUS_SOURCE, { type: 'geojson', data: collect([]) })
}

/** Keeps the map's sites equal to those shown, by sending differences in batches. */
export function keepSites(map: Map, onChanges: (changes: Change[]) => void): SitesOnMap {
  let drawn: ReadonlyMap<string, MapSite> = new globalThis.Map()
  let latest: readonly MapSite[] = []
  let isBusy = false
  let isWaiting = false
  let cancel = (): void => {}

  const send = (): void => {
    isWaiting = false
    const next = new globalThis.Map(latest.filter(isPlaced).map((site) => [site.id, site]))
    const { diff, changes } = compare(drawn, next)
    drawn = next
    if (!diff) return
    isBusy = true
    void map.getSource<GeoJSONSource>(SITES_SOURCE)?.updateData(diff)
    if (changes.length > 0) onChanges(changes)
    cancel = afterDrawing(map, () => {
      isBusy = false
      if (isWaiting) send()
    })
  }
  return {
    show(sites) {
      latest = sites
      isWaiting = true
      if (!isBusy) send()
    },
    stop() {
      cancel()
    },
  }
}

/** Draws the open site and the one pointed at above all others. */
export function showFocus(map: Map, selected: MapSite | undefined, highlighted: MapSite | undefined): void {
  const features = [
    ...(highlighted && highlighted.id !== selected?.id ? [withRole(highlighted, 'highlighted')] : []),
    ...(selected ? [withRole(selected, 'selected')] : []),
  ]
  void map.getSource<GeoJSONSource>(FOCUS_SOURCE)?.setData(collect(features))
}

function compare(
  drawn: ReadonlyMap<string, MapSite>,
  next: ReadonlyMap<string, MapSite>,
): { diff: GeoJSONSourceDiff | undefined; changes: Change[] } {
  const add: Feature[] = []
  const changes: Change[] = []
  const update: NonNullable<GeoJSONSourceDiff['update']> = []
  for (const site of next.values()) {
    const before = drawn.get(site.id)
    if (before === site) continue
    if (!before) {
      add.push(featureOf(site))
      continue
    }
    const properties = differing(before, site)
    const hasMoved = before.latitude !== site.latitude || before.longitude !== site.longitude
    if (before.mark !== site.mark) changes.push({ site, from: before.mark })
    if (properties.length === 0 && !hasMoved) continue
    update.push({
      id: site.id,
      addOrUpdateProperties: properties,
      ...(hasMoved ? { newGeometry: pointOf(site) } : {}),
    })
  }
  const remove = [...drawn.keys()].filter((id) => !next.has(id))
  const isSame = add.length + update.length + remove.length === 0
  return { diff: isSame ? undefined : { add, update, remove }, changes }
}

function differing(before: MapSite, after: MapSite): { key: string; value: unknown }[] {
  const keys = ['name', 'mark', 'level', 'count'] as const
  return keys.filter((key) => before[key] !== after[key]).map((key) => ({ key, value: after[key] }))
}

function featureOf({ id, name, mark, level, count, ...place }: MapSite): Feature<Point> {
  return { type: 'Feature', id, properties: { id, name, mark, level, count }, geometry: pointOf(place) }
}

function withRole(site: MapSite, role: 'selected' | 'highlighted'): Feature<Point> {
  const feature = featureOf(site)
  return { ...feature, properties: { ...feature.properties, role } }
}

function pointOf({ latitude, longitude }: { latitude: number; longitude: number }): Point {
  return { type: 'Point', coordinates: [longitude, latitude] }
}

function collect(features: Feature[]): FeatureCollection {
  return { type: 'FeatureCollection', features }
}
