import type { ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import type { MapColours } from './colours.ts'

/**
 * Font stacks: the first family exists nowhere, MapLibre reads the weight or slant out of its name and draws
 * with the second.
 */
export const FONTS = {
  regular: ['Inter Variable'],
  medium: ['Map Medium', 'Inter Variable'],
  semibold: ['Map Semibold', 'Inter Variable'],
  italic: ['Map Italic', 'Inter Variable'],
}

/** The names of the base map, most important last: what is placed from the top wins its room. */
export function nameLayers(colours: MapColours): SymbolLayerSpecification[] {
  return [seaNames(colours), departementNames(colours), regionNames(colours), ...countryNames(colours)]
}

function departementNames(colours: MapColours): SymbolLayerSpecification {
  return {
    ...namesOfKind('departement', colours.quietName, colours.france),
    minzoom: 6.4,
    layout: {
      ...placedBySize,
      // Paris is the smallest of all and the first to be looked for.
      'symbol-sort-key': ['case', ['==', ['get', 'code'], '75'], -100, ['-', ['get', 'size']]],
      'text-field': ['format', ['get', 'name'], {}, '\n', {}, ['get', 'code'], { 'font-scale': 0.85 }],
      'text-font': FONTS.regular,
      'text-size': ['interpolate', ['linear'], ['zoom'], 6.4, 10.5, 9, 14],
      'text-max-width': 7,
      'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
      'text-radial-offset': 1.6,
      'text-justify': 'center',
    },
  }
}

function regionNames(colours: MapColours): SymbolLayerSpecification {
  return {
    ...namesOfKind('region', colours.quietName, colours.france),
    minzoom: 4.9,
    maxzoom: 6.4,
    layout: {
      ...placedBySize,
      'text-field': ['get', 'name'],
      'text-font': FONTS.regular,
      'text-size': ['interpolate', ['linear'], ['zoom'], 4.9, 10.5, 6.4, 13],
      'text-max-width': 7,
    },
  }
}

function countryNames(colours: MapColours): SymbolLayerSpecification[] {
  const layout: SymbolLayerSpecification['layout'] = {
    ...placedBySize,
    'text-field': ['get', 'name'],
    'text-font': FONTS.medium,
    'text-size': [
      'interpolate',
      ['linear'],
      ['zoom'],
      2,
      ['case', ['>', ['get', 'size'], 100], 11, 9.5],
      6,
      ['case', ['>', ['get', 'size'], 20], 15, 12.5],
    ],
    'text-letter-spacing': 0.04,
    'text-max-width': 8,
  }
  return [
    {
      ...namesOfKind('country', colours.name, colours.abroad),
      // The smaller a country, the nearer its name appears. Filters see whole zooms only.
      filter: [
        'all',
        ['==', ['get', 'kind'], 'country'],
        ['>=', ['get', 'size'], ['step', ['zoom'], 8, 3, 1.5, 4, 0.8, 5, 0.1, 6, 0.01, 7, 0]],
      ] as never,
      layout,
    },
    { ...namesOfKind('france', colours.name, colours.france), maxzoom: 4.9, layout },
  ]
}

function seaNames(colours: MapColours): SymbolLayerSpecification {
  return {
    ...namesOfKind('sea', colours.seaName, colours.sea),
    minzoom: 3,
    maxzoom: 9,
    filter: ['all', ['==', ['get', 'kind'], 'sea'], ['>=', ['+', ['get', 'size'], ['zoom']], 6]],
    layout: {
      ...placedBySize,
      'text-field': ['get', 'name'],
      'text-font': FONTS.italic,
      'text-size': ['interpolate', ['linear'], ['zoom'], 3, 10.5, 7, 14],
      'text-letter-spacing': 0.06,
      'text-max-width': 7,
      'text-line-height': 1.35,
    },
  }
}

const placedBySize = {
  'symbol-sort-key': ['-', ['get', 'size']] as ExpressionSpecification,
  'text-padding': 6,
}

function namesOfKind(
  kind: string,
  colour: string,
  halo: string,
): Pick<SymbolLayerSpecification, 'id' | 'type' | 'source' | 'filter' | 'paint'> {
  return {
    id: `name-${kind}`,
    type: 'symbol',
    source: 'names',
    filter: ['==', ['get', 'kind'], kind],
    paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.4, 'text-halo-blur': 0.4 },
  }
}
