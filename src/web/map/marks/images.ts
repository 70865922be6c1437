import type { Map } from 'maplibre-gl'
import type { MapColours } from '../colours.ts'
import { STATE_SHAPES } from '../shapes.ts'
import { STATES_WORST_FIRST } from '../states.ts'
import type { SiteState } from '../states.ts'

/** Clusters come in three sizes, by how many sites they hold. */
export const CLUSTER_SIZES = ['small', 'medium', 'large'] as const
export type ClusterSize = (typeof CLUSTER_SIZES)[number]

/** Pixels of a mark's box of 24 by 24; what is well takes less room than what is not. */
const SITE_PIXELS: Record<SiteState, number> = {
  ok: 16,
  maintenance: 17,
  unreachable: 20,
  unknown: 20,
  critical: 21,
  warning: 22,
}

const CLUSTER_PIXELS: Record<ClusterSize, number> = { small: 40, medium: 44, large: 52 }

/** Shapes give their figures more or less room than a disc, and are drawn larger or smaller for it. */
const CLUSTER_SCALE: Record<SiteState, number> = {
  ok: 0.95,
  maintenance: 1.2,
  unreachable: 1.2,
  unknown: 1.24,
  critical: 1.1,
  warning: 1.26,
}

/** Marks are drawn once at this many pixels to a pixel, enough for any screen. */
const RATIO = 3

/** The name of a mark's image, for `icon-image`. */
export function siteImage(state: SiteState): string {
  return `site-${state}`
}

/** The name of a cluster's image. */
export function clusterImage(state: SiteState, size: ClusterSize): string {
  return `cluster-${state}-${size}`
}

/** Draws every mark and hands it to the map; again with other colours where it has them already. */
export function drawMarks(map: Map, colours: MapColours): void {
  for (const state of STATES_WORST_FIRST) {
    put(
      map,
      siteImage(state),
      draw(SITE_PIXELS[state], (context) => drawSite(context, state, colours)),
    )
    for (const size of CLUSTER_SIZES) {
      const pixels = CLUSTER_PIXELS[size] * CLUSTER_SCALE[state]
      put(
        map,
        clusterImage(state, size),
        draw(pixels, (context) => drawCluster(context, state, colours)),
      )
    }
  }
}

function put(map: Map, name: string, image: ImageData): void {
  if (map.hasImage(name)) map.updateImage(name, image)
  else map.addImage(name, image, { pixelRatio: RATIO })
}

/** A canvas whose box of 24 by 24 is `pixels` wide. */
function draw(pixels: number, paint: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.round(pixels * RATIO)
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  context.scale(canvas.width / 24, canvas.height / 24)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  paint(context)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

/** A shape on a rim of the land's colour, so that marks that touch stay apart. */
function drawSite(context: CanvasRenderingContext2D, state: SiteState, colours: MapColours): void {
  const shape = STATE_SHAPES[state]
  const path = new Path2D(shape.path)
  shrink(context, 0.84)
  const rim = 3.6
  stroke(context, path, colours.france, shape.stroke + rim)
  if (state === 'unreachable') fill(context, path, colours.france)
  if (!shape.isHollow) fill(context, path, colours.states[state].fill)
  if (shape.stroke > 0) stroke(context, path, colours.states[state].fill, shape.stroke)
}

/**
 * A cluster is its worst state's shape with room for a figure. What needs nobody is drawn in outline: only what
 * needs a person is a full patch of colour.
 */
function drawCluster(context: CanvasRenderingContext2D, state: SiteState, colours: MapColours): void {
  const colour = colours.states[state].fill
  const path = new Path2D(state === 'maintenance' ? STATE_SHAPES.unreachable.path : STATE_SHAPES[state].path)
  if (state === 'ok' || state === 'unreachable' || state === 'maintenance') {
    shrink(context, state === 'ok' ? 1.06 : 0.86)
    stroke(context, path, colours.france, 3.2)
    fill(context, path, colours.surface)
    if (state === 'maintenance') return drawBars(context, colours)
    stroke(context, path, colour, state === 'ok' ? 1 : 1.5)
    return
  }
  shrink(context, state === 'critical' ? 0.96 : 0.86)
  stroke(context, path, colours.france, 5.6)
  stroke(context, path, colour, 4)
  fill(context, path, colour)
}

/** A plain tile between two bars. */
function drawBars(context: CanvasRenderingContext2D, colours: MapColours): void {
  stroke(context, new Path2D('M5.5 5.5H18.5V18.5H5.5Z'), colours.border, 0.8)
  stroke(context, new Path2D('M5.2 6.4V17.6M18.8 6.4V17.6'), colours.states.maintenance.fill, 2.4)
}

function shrink(context: CanvasRenderingContext2D, factor: number): void {
  context.translate(12, 12)
  context.scale(factor, factor)
  context.translate(-12, -12)
}

function fill(context: CanvasRenderingContext2D, path: Path2D, colour: string): void {
  context.fillStyle = colour
  context.fill(path)
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, colour: string, width: number): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.stroke(path)
}
