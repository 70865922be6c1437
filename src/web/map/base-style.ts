import type { FeatureCollection } from 'geojson'
import type {
  DataDrivenPropertyValueSpecification,
  ExpressionSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import { nameLayers } from './base-names.ts'
import type { MapColours } from './colours.ts'

/** What the base map draws, decoded. */
export interface BaseData {
  land: FeatureCollection
  borders: FeatureCollection
  names: FeatureCollection
}

/**
 * The base map as a MapLibre style that needs nothing from anywhere: without a `glyphs` address MapLibre draws
 * letters with the page's own fonts.
 */
export function baseStyle(data: BaseData, colours: MapColours): StyleSpecification {
  return {
    version: 8,
    sources: {
      // Past these zooms the detail is all there; tiles are then only enlarged.
      land: { type: 'geojson', data: data.land, maxzoom: 9, tolerance: 0.25 },
      borders: { type: 'geojson', data: data.borders, maxzoom: 9, tolerance: 0.25 },
      names: { type: 'geojson', data: data.names, maxzoom: 9 },
    },
    layers: baseLayers(colours),
  }
}

/** The base map's layers from the water up. */
export function baseLayers(colours: MapColours): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colours.sea } },
    shoreLayer(colours),
    landLayer('abroad', colours.abroad),
    landLayer('france', colours.france),
    borderLayer('departement', colours.departement, grow([4.3, 0.4], [6, 0.8], [9, 1.8]), appear(4.3, 6.5)),
    borderLayer('region', colours.region, grow([4, 0.6], [6, 1.1], [9, 2]), appear(3.6, 4.6)),
    borderLayer('country', colours.country, grow([2, 0.5], [5, 1], [9, 2])),
    borderLayer('coast', colours.coast, grow([2, 0.4], [5, 0.7], [9, 1.2])),
    ...nameLayers(colours),
  ]
}

/** Water is a little different along the land, as on printed maps, which sets the land off without a hard line. */
function shoreLayer(colours: MapColours): LayerSpecification {
  return {
    id: 'shore',
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'kind'], 'coast'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': colours.shore,
      'line-width': grow([2, 4], [5, 16], [9, 44]),
      'line-blur': grow([2, 3], [5, 12], [9, 36]),
    },
  }
}

function landLayer(kind: 'abroad' | 'france', colour: string): LayerSpecification {
  return {
    id: kind,
    type: 'fill',
    source: 'land',
    filter: ['==', ['get', 'kind'], kind],
    paint: { 'fill-color': colour },
  }
}

function borderLayer(
  kind: string,
  colour: string,
  width: DataDrivenPropertyValueSpecification<number>,
  opacity: DataDrivenPropertyValueSpecification<number> = 1,
): LayerSpecification {
  return {
    id: `border-${kind}`,
    type: 'line',
    source: 'borders',
    filter: ['==', ['get', 'kind'], kind],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': colour, 'line-width': width, 'line-opacity': opacity },
  }
}

function grow(...stops: [zoom: number, pixels: number][]): ExpressionSpecification {
  return ['interpolate', ['exponential', 1.4], ['zoom'], ...stops.flat()] as ExpressionSpecification
}

function appear(from: number, to: number): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], from, 0, to, 1]
}
