import type { Map } from 'maplibre-gl'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { BaseMap } from './BaseMap.tsx'
import type { BaseMapProps } from './BaseMap.tsx'
import type { MapColours } from './colours.ts'
import { ClusterFacts, SiteFacts, SitesTogether } from './marks/cards.tsx'
import { drawMarks } from './marks/images.ts'
import { siteLayers } from './marks/layers.ts'
import { MapCard } from './marks/MapCard.tsx'
import { listenToMarks } from './marks/pointing.ts'
import type { Pointed } from './marks/pointing.ts'
import { pulse } from './marks/pulse.ts'
import { addSiteSources, keepSites, showFocus } from './marks/source.ts'
import type { Change, SitesOnMap } from './marks/source.ts'
import './marks/marks.css'
import { repaint } from './repaint.ts'
import type { MapSite } from './states.ts'
import { boundsAround } from './view.ts'
import type { MapView } from './view.ts'

export interface SitesMapProps extends Pick<BaseMapProps, 'colours' | 'language' | 'words' | 'initialView'> {
  /** Every site there is to show; those without coordinates are left out. A new array means a change. */
  sites: readonly MapSite[]
  onOpen: (id: string) => void
  /** What is in view, at first and whenever it has changed, for a list beside the map to follow. */
  onView?: (view: MapView) => void
  /** The site that is open. */
  selected?: string
  /** The site pointed at in the list. */
  highlighted?: string
}

/** Sites on the map of France, clustered, the worst on top, as they are now. */
export function SitesMap(props: SitesMapProps) {
  const { sites, colours, language, words, initialView } = props
  const [map, setMap] = useState<Map>()
  const [pointed, setPointed] = useState<Pointed>()
  const [together, setTogether] = useState<{ at: Pointed; ids: string[] }>()
  const pulses = useRef<HTMLDivElement>(null)
  const known = useMemo(() => new globalThis.Map(sites.map((site) => [site.id, site])), [sites])
  const fitTo = useMemo(() => boundsAround(sites), [sites])
  const close = useCallback(() => setTogether(undefined), [])

  useMarks(map, props, known, pulses)
  useView(map, props.onView)
  usePointing(map, props.onOpen, setPointed, (at, ids) => setTogether({ at, ids }))
  useClosing(map, together !== undefined, close)

  const dress = { colours, words }
  const site = pointed?.kind === 'site' ? known.get(pointed.id) : undefined
  return (
    <BaseMap
      {...{ colours, language, words, initialView, fitTo }}
      onReady={(made) => setMap(prepare(made, colours))}
    >
      <div className="map-pulses" ref={pulses} />
      {map && pointed && !together ? (
        <MapCard map={map} {...placeOf(pointed)}>
          {site ? <SiteFacts site={site} {...dress} /> : null}
          {pointed.kind === 'cluster' ? <ClusterFacts {...pointed} {...dress} /> : null}
        </MapCard>
      ) : null}
      {map && together ? (
        <MapCard map={map} {...placeOf(together.at)} isPinned>
          <SitesTogether
            sites={together.ids.flatMap((id) => known.get(id) ?? [])}
            onOpen={props.onOpen}
            onClose={close}
            {...dress}
          />
        </MapCard>
      ) : null}
    </BaseMap>
  )
}

function prepare(map: Map, colours: MapColours): Map {
  drawMarks(map, colours)
  addSiteSources(map)
  for (const layer of siteLayers(colours)) map.addLayer(layer)
  return map
}

function placeOf({ longitude, latitude }: Pointed): { longitude: number; latitude: number } {
  return { longitude, latitude }
}

/** Brings sites, colours and focus to the map whenever they change. */
function useMarks(
  map: Map | undefined,
  { sites, colours, selected, highlighted }: SitesMapProps,
  known: ReadonlyMap<string, MapSite>,
  pulses: React.RefObject<HTMLDivElement | null>,
): void {
  const keeper = useRef<SitesOnMap>(null)
  const onChanges = useEffectEvent((changes: Change[]) => {
    if (map && pulses.current) pulse(map, pulses.current, changes, colours)
  })
  useEffect(() => {
    if (!map) return
    const kept = keepSites(map, (changes) => onChanges(changes))
    keeper.current = kept
    return () => kept.stop()
  }, [map])
  useEffect(() => keeper.current?.show(sites), [map, sites])
  useEffect(() => {
    if (!map) return
    drawMarks(map, colours)
    repaint(map, siteLayers(colours))
  }, [map, colours])
  const open = selected === undefined ? undefined : known.get(selected)
  const near = highlighted === undefined ? undefined : known.get(highlighted)
  useEffect(() => {
    if (map) showFocus(map, open, near)
  }, [map, open, near])
}

function useView(map: Map | undefined, onView: SitesMapProps['onView']): void {
  const tellView = useEffectEvent((view: MapView) => onView?.(view))
  useEffect(() => {
    if (!map) return
    const tell = (): void => tellView(viewOf(map))
    tell()
    map.on('moveend', tell)
    return () => {
      map.off('moveend', tell)
    }
  }, [map])
}

function viewOf(map: Map): MapView {
  const bounds = map.getBounds()
  const centre = map.getCenter()
  return {
    bounds: {
      west: bounds.getWest(),
      south: bounds.getSouth(),
      east: bounds.getEast(),
      north: bounds.getNorth(),
    },
    longitude: centre.lng,
    latitude: centre.lat,
    zoom: map.getZoom(),
  }
}

function usePointing(
  map: Map | undefined,
  onOpen: (id: string) => void,
  onPoint: (pointed: Pointed | undefined) => void,
  onTogether: (pointed: Pointed, ids: string[]) => void,
): void {
  const open = useEffectEvent(onOpen)
  const point = useEffectEvent(onPoint)
  const list = useEffectEvent(onTogether)
  useEffect(() => {
    if (!map) return
    return listenToMarks(map, {
      onOpen: (id) => open(id),
      onPoint: (pointed) => point(pointed),
      onTogether: (pointed, ids) => list(pointed, ids),
    })
  }, [map])
}

/** The list of sites at one place goes when the map is moved, or by Escape. */
function useClosing(map: Map | undefined, isOpen: boolean, close: () => void): void {
  useEffect(() => {
    if (!map || !isOpen) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') close()
    }
    map.on('dragstart', close)
    map.on('zoomstart', close)
    document.addEventListener('keydown', onKey)
    return () => {
      map.off('dragstart', close)
      map.off('zoomstart', close)
      document.removeEventListener('keydown', onKey)
    }
  }, [map, isOpen, close])
}
