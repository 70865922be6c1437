import { Map, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { loadBaseData } from './base-data.ts'
import { baseStyle } from './base-style.ts'
import type { MapColours } from './colours.ts'
import type { MapLanguage } from './names.ts'
import type { MapBounds, MapView } from './view.ts'

setWorkerUrl(workerUrl)

/** Nearer than this there is nothing more to see than the marks themselves. */
export const MAX_ZOOM = 14

/** Nearer than this a view that fits one place would lose its surroundings. */
const FIT_MAX_ZOOM = 10

export interface NewMap {
  container: HTMLElement
  colours: MapColours
  language: MapLanguage
  title: string
  fitTo: MapBounds
  initialView?: Pick<MapView, 'longitude' | 'latitude' | 'zoom'>
}

/**
 * Makes a map of the base data alone: flat, north up, nothing fetched from elsewhere.
 * Throws MapLibre's `GPUInitializationError` where the browser has no WebGL 2.
 */
export async function createMap({
  container,
  colours,
  language,
  title,
  fitTo,
  initialView,
}: NewMap): Promise<Map> {
  const data = await loadBaseData(language)
  const map = new Map({
    container,
    style: baseStyle(data, colours),
    ...(initialView
      ? { center: [initialView.longitude, initialView.latitude], zoom: initialView.zoom }
      : { bounds: corners(fitTo), fitBoundsOptions: fitOptions(container) }),
    minZoom: 1.5,
    maxZoom: MAX_ZOOM,
    maxPitch: 0,
    dragRotate: false,
    touchPitch: false,
    pitchWithRotate: false,
    attributionControl: false,
    renderWorldCopies: false,
    // The style is ours and typed.
    validateStyle: false,
    // Figures of clusters change all the time; fading each in again would flicker.
    fadeDuration: 0,
    locale: { 'Map.Title': title },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  return map
}

/** Brings bounds into view, at once or by a short flight. */
export function showBounds(map: Map, bounds: MapBounds, animate: boolean): void {
  map.fitBounds(corners(bounds), { ...fitOptions(map.getContainer()), animate, duration: 400 })
}

function corners(bounds: MapBounds): [number, number, number, number] {
  return [bounds.west, bounds.south, bounds.east, bounds.north]
}

/** Room at the edges for what is drawn around a place: more beside it, where its name goes on. */
function fitOptions({ clientWidth: width, clientHeight: height }: HTMLElement) {
  const around = Math.round(Math.max(16, Math.min(48, Math.min(width, height) * 0.06)))
  const beside = Math.round(Math.max(around, Math.min(120, width * 0.1)))
  return {
    padding: { top: around, bottom: around, left: beside, right: beside },
    maxZoom: FIT_MAX_ZOOM,
  }
}
