import type { GeoJSONSource, Map } from 'maplibre-gl'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react'
import { loadNames } from './base-data.ts'
import { baseLayers } from './base-style.ts'
import type { MapColours } from './colours.ts'
import { createMap, showBounds } from './create-map.ts'
import { MapButtons } from './MapButtons.tsx'
import { MapScale } from './MapScale.tsx'
import './map.css'
import type { MapLanguage } from './names.ts'
import { repaint } from './repaint.ts'
import { FRANCE } from './view.ts'
import type { MapBounds, MapView } from './view.ts'
import type { MapWords } from './words.ts'

export interface BaseMapProps {
  colours: MapColours
  language: MapLanguage
  words: MapWords
  /** What the map begins with and comes back to; metropolitan France if not given. */
  fitTo?: MapBounds
  /** Where it begins instead, for a view kept in the address. Read once. */
  initialView?: Pick<MapView, 'longitude' | 'latitude' | 'zoom'>
  /** Called once the base map is drawn. */
  onReady?: (map: Map) => void
  /** Drawn over the map, in its own coordinates of pixels. */
  children?: ReactNode
}

/** The offline map of France and its surroundings, to be drawn on. Fills its parent. */
export function BaseMap(props: BaseMapProps) {
  const { colours, language, words, fitTo = FRANCE, children } = props
  const { container, map, failed } = useMap(props)
  const helpId = useId()
  useColours(map, colours)
  useLanguage(map, language)
  useFit(map, fitTo, props.initialView !== undefined)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!map || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '0' || event.key === 'Home') showBounds(map, fitTo, true)
    // MapLibre goes by key codes and misses minus where it lies on a digit (a French keyboard).
    if (event.key === '-' && event.keyCode === 54) map.zoomOut()
  }
  return (
    <div
      className="map"
      style={variablesOf(colours)}
      role="region"
      aria-label={words.title}
      aria-describedby={helpId}
    >
      <div className="map-canvas" ref={container} onKeyDown={onKeyDown} />
      <p id={helpId} className="map-for-readers">
        {words.help}
      </p>
      {failed ? <p className="map-failed">{words.noGraphics}</p> : null}
      {map || failed ? null : (
        <p className="map-waiting" role="status">
          {words.waiting}
        </p>
      )}
      {map ? (
        <>
          {children}
          <MapScale map={map} words={words} language={language} />
          <MapButtons
            words={words}
            onZoomIn={() => map.zoomIn()}
            onZoomOut={() => map.zoomOut()}
            onShowAll={() => showBounds(map, fitTo, true)}
          />
        </>
      ) : null}
    </div>
  )
}

/** Makes the map when the component appears, and takes it down with it. */
function useMap(props: BaseMapProps) {
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<Map>()
  const [failed, setFailed] = useState(false)
  const create = useEffectEvent((element: HTMLElement) => {
    const { colours, language, words, fitTo = FRANCE, initialView } = props
    return createMap({ container: element, colours, language, title: words.title, fitTo, initialView })
  })
  const begin = useEffectEvent((created: Map) => {
    setMap(created)
    props.onReady?.(created)
  })
  useEffect(() => {
    let isGone = false
    let made: Map | undefined
    create(container.current!).then(
      (created) => {
        made = created
        if (isGone) created.remove()
        else created.once('load', () => begin(created))
      },
      () => setFailed(!isGone),
    )
    return () => {
      isGone = true
      made?.remove()
      setMap(undefined)
    }
  }, [])
  return { container, map, failed }
}

function useColours(map: Map | undefined, colours: MapColours): void {
  useEffect(() => {
    if (map) repaint(map, baseLayers(colours))
  }, [map, colours])
}

function useLanguage(map: Map | undefined, language: MapLanguage): void {
  useEffect(() => {
    if (!map) return
    let isGone = false
    const source = map.getSource<GeoJSONSource>('names')
    void loadNames(language).then((names) => (isGone ? undefined : source?.setData(names)))
    return () => {
      isGone = true
    }
  }, [map, language])
}

/** Follows new bounds (the first data arriving) until a person has moved the map. */
function useFit(map: Map | undefined, fitTo: MapBounds, isPlacedByCaller: boolean): void {
  const isMoved = useRef(isPlacedByCaller)
  const { west, south, east, north } = fitTo
  useEffect(() => {
    if (!map) return
    const onMove = (event: { originalEvent?: unknown }): void => {
      if (event.originalEvent) isMoved.current = true
    }
    map.on('movestart', onMove)
    return () => {
      map.off('movestart', onMove)
    }
  }, [map])
  useEffect(() => {
    if (map && !isMoved.current) showBounds(map, { west, south, east, north }, false)
  }, [map, west, south, east, north])
}

function variablesOf(colours: MapColours): CSSProperties {
  return {
    '--map-sea': colours.sea,
    '--map-surface': colours.surface,
    '--map-border': colours.border,
    '--map-text': colours.text,
    '--map-muted': colours.mutedText,
    '--map-accent': colours.accent,
    '--map-shadow': colours.shadow,
    '--map-land': colours.france,
  } as CSSProperties
}
