import type {
  CircleLayerSpecification,
  ExpressionSpecification,
  LayerSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { FONTS } from '../base-names.ts'
import { markColour, type MapColours } from '../colours.ts'
import { isHeld, MARKS_WORST_FIRST, rankOf, type Mark } from '../states.ts'

/** The layer that answers to pointing and clicking. */
export const MARKS = 'site-marks'

/** All sites, clustered by the worker. */
export const SITES_SOURCE = 'sites'

/** The site that is open and the one pointed at in the list, which no cluster swallows. */
export const FOCUS_SOURCE = 'site-focus'

const isCluster: ExpressionSpecification = ['has', 'point_count']

/** A site's mark, or the worst that a cluster holds any of. */
const worst: ExpressionSpecification = [
  'case',
  ['!', isCluster],
  ['get', 'mark'],
  ...MARKS_WORST_FIRST.slice(0, -1).flatMap((mark) => [['>', ['get', mark], 0], mark]),
  'none',
] as unknown as ExpressionSpecification

const rank = byMark((mark) => rankOf(mark))

/** The sites' layers from below: rings, names, marks. */
export function siteLayers(colours: MapColours): LayerSpecification[] {
  return [focusRings(colours), siteNames(colours), marks(colours), focusMarks(colours)]
}

/** For a clustered source: how many sites of each mark a cluster holds. */
export const CLUSTER_PROPERTIES: Record<string, ExpressionSpecification> = Object.fromEntries(
  MARKS_WORST_FIRST.map((mark) => [
    mark,
    ['+', ['case', ['==', ['get', 'mark'], mark], 1, 0]] as unknown as ExpressionSpecification,
  ]),
)

function byMark<T>(give: (mark: Mark) => T): ExpressionSpecification {
  const pairs = MARKS_WORST_FIRST.flatMap((mark) => [mark, give(mark)])
  return ['match', worst, ...pairs, give('none')] as unknown as ExpressionSpecification
}

function marks(colours: MapColours): SymbolLayerSpecification {
  const size = ['step', ['get', 'point_count'], 'small', 10, 'medium', 100, 'large']
  return {
    id: MARKS,
    type: 'symbol',
    source: SITES_SOURCE,
    layout: {
      'icon-image': [
        'case',
        isCluster,
        ['concat', 'cluster-', worst, '-', size],
        ['concat', 'site-', worst],
      ] as unknown as ExpressionSpecification,
      'icon-size': ['case', isCluster, 1, ['interpolate', ['linear'], ['get', 'level'], 1, 0.9, 5, 1.2]],
      'icon-allow-overlap': true,
      // The worst is drawn last, so on top; among equals the higher operational level, or the larger cluster.
      'symbol-sort-key': ['+', ['*', 1e5, rank], ['coalesce', ['get', 'point_count'], ['get', 'level']]],
      'text-field': ['case', isCluster, figures(), ''],
      'text-font': FONTS.semibold,
      'text-size': ['step', ['coalesce', ['get', 'point_count'], 0], 12, 10, 12.5, 100, 14],
      'text-line-height': 0.95,
      'text-offset': byMark((mark) => ['literal', mark.endsWith('warning') ? [0, 0.35] : [0, 0.05]]),
      'text-allow-overlap': true,
    },
    paint: { 'text-color': byMark((mark) => figureColour(mark, colours)) },
  }
}

/** Where nothing is wrong, how many sites; else how many bear the worst mark, out of how many. */
function figures(): ExpressionSpecification {
  const affected: ExpressionSpecification = [
    'to-string',
    ['get', worst],
  ] as unknown as ExpressionSpecification
  const total: ExpressionSpecification = ['to-string', ['get', 'point_count']]
  return [
    'case',
    ['any', ['in', worst, ['literal', ['ok', 'none']]], ['==', ['get', worst], ['get', 'point_count']]],
    ['format', total, {}],
    ['format', affected, {}, '\n', {}, ['concat', '/', total], { 'font-scale': 0.8 }],
  ] as unknown as ExpressionSpecification
}

function figureColour(mark: Mark, colours: MapColours): string {
  if (mark === 'none') return colours.mutedText
  if (mark === 'ok' || mark === 'maintenance' || mark === 'unreachable' || isHeld(mark)) return colours.text
  return markColour(mark, colours).ink
}

/** Names join in as one comes nearer: what is wrong first. */
function siteNames(colours: MapColours): SymbolLayerSpecification {
  return {
    id: 'site-names',
    type: 'symbol',
    source: SITES_SOURCE,
    minzoom: 6,
    filter: ['all', ['!', isCluster], ['>=', rank, ['step', ['zoom'], rankOf('warning'), 8, 0]]] as never,
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONTS.medium,
      'text-size': 12,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      // Clear of its own mark, which is larger where something is wrong: a name that touches it is not drawn.
      'text-radial-offset': ['case', ['>=', rank, rankOf('warning')], 1.6, 1.1] as never,
      'text-justify': 'auto',
      'text-max-width': 12,
      'text-padding': 3,
      'symbol-sort-key': ['-', ['*', -10, rank], ['get', 'level']],
    },
    paint: {
      'text-color': colours.text,
      'text-halo-color': colours.france,
      'text-halo-width': 1.5,
      'text-halo-blur': 0.3,
    },
  }
}

function focusRings(colours: MapColours): CircleLayerSpecification {
  const isOpen: ExpressionSpecification = ['==', ['get', 'role'], 'selected']
  return {
    id: 'site-focus-rings',
    type: 'circle',
    source: FOCUS_SOURCE,
    paint: {
      'circle-radius': ['case', isOpen, 18, 16],
      'circle-color': colours.accent,
      'circle-opacity': ['case', isOpen, 0.16, 0.08],
      'circle-stroke-color': colours.accent,
      'circle-stroke-width': ['case', isOpen, 2.5, 1.5],
    },
  }
}

function focusMarks(colours: MapColours): SymbolLayerSpecification {
  return {
    id: 'site-focus-marks',
    type: 'symbol',
    source: FOCUS_SOURCE,
    layout: {
      'icon-image': ['concat', 'site-', ['get', 'mark']],
      'icon-size': 1.1,
      'icon-allow-overlap': true,
      'text-field': ['get', 'name'],
      'text-font': FONTS.semibold,
      'text-size': 12.5,
      'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
      'text-radial-offset': 1.7,
      'text-max-width': 14,
      'text-allow-overlap': true,
    },
    paint: { 'text-color': colours.text, 'text-halo-color': colours.france, 'text-halo-width': 2 },
  }
}
