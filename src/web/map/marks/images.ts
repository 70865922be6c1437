import type { Map } from 'maplibre-gl'
import { markColour, type MapColours } from '../colours.ts'
import { shapeOf } from '../shapes.ts'
import { isHeld, MARKS_WORST_FIRST, stateOf, type Mark, type SiteState } from '../states.ts'

/** Clusters come in three sizes, by how many sites they hold. */
export const CLUSTER_SIZES = ['small', 'medium', 'large'] as const
export type ClusterSize = (typeof CLUSTER_SIZES)[number]

/** Pixels of a mark's box of 24 by 24; what is well takes less room than what is not. */
const SITE_PIXELS: Record<SiteState | 'none', number> = {
  none: 13,
  ok: 16,
  maintenance: 17,
  unreachable: 20,
  unknown: 20,
  critical: 21,
  warning: 22,
}

const CLUSTER_PIXELS: Record<ClusterSize, number> = { small: 40, medium: 44, large: 52 }

/** Shapes give their figures more or less room than a disc, and are drawn larger or smaller for it. */
const CLUSTER_SCALE: Record<SiteState | 'none', number> = {
  none: 0.85,
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
export function siteImage(mark: Mark): string {
  return `site-${mark}`
}

/** The name of a cluster's image. */
export function clusterImage(mark: Mark, size: ClusterSize): string {
  return `cluster-${mark}-${size}`
}

/** Draws every mark and hands it to the map; again with other colours where it has them already. */
export function drawMarks(map: Map, colours: MapColours): void {
  for (const mark of MARKS_WORST_FIRST) {
    const state = stateOf(mark) ?? 'none'
    put(
      map,
      siteImage(mark),
      draw(SITE_PIXELS[state], (context) => drawSite(context, mark, colours)),
    )
    for (const size of CLUSTER_SIZES) {
      const pixels = CLUSTER_PIXELS[size] * CLUSTER_SCALE[state]
      put(
        map,
        clusterImage(mark, size),
        draw(pixels, (context) => drawCluster(context, mark, colours)),
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
function drawSite(context: CanvasRenderingContext2D, mark: Mark, colours: MapColours): void {
  const shape = shapeOf(mark)
  const colour = markColour(mark, colours).fill
  const path = new Path2D(shape.path)
  shrink(context, 0.84)
  const rim = 3.6
  stroke(context, path, colours.france, shape.stroke + rim)
  if (shape.isHollow && mark !== 'maintenance') fill(context, path, colours.france)
  if (!shape.isHollow) fill(context, path, colour)
  if (shape.stroke > 0) stroke(context, path, colour, shape.stroke)
}

/**
 * A cluster is its worst state's shape with room for a figure. What needs nobody is drawn in outline: only what
 * needs a person is a full patch of colour.
 */
function drawCluster(context: CanvasRenderingContext2D, mark: Mark, colours: MapColours): void {
  const colour = markColour(mark, colours).fill
  const path = clusterPath(mark)
  if (isQuiet(mark)) {
    const isRound = mark === 'ok' || mark === 'none'
    shrink(context, isRound ? 1.06 : 0.86)
    stroke(context, path, colours.france, 3.2)
    fill(context, path, colours.surface)
    if (mark === 'maintenance') return drawBars(context, colours)
    stroke(context, path, mark === 'none' ? colours.border : colour, isRound ? 1 : 1.5)
    return
  }
  shrink(context, mark === 'critical' ? 0.96 : 0.86)
  stroke(context, path, colours.france, 5.6)
  stroke(context, path, colour, 4)
  fill(context, path, colour)
}

/** The shape a cluster takes: bars have no room for a figure, and a ring is as round as a disc. */
function clusterPath(mark: Mark): Path2D {
  if (mark === 'maintenance') return new Path2D(shapeOf('unreachable').path)
  return new Path2D(shapeOf(mark === 'none' ? 'ok' : mark).path)
}

function isQuiet(mark: Mark): boolean {
  return ['ok', 'none', 'unreachable', 'maintenance'].includes(mark) || isHeld(mark)
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
