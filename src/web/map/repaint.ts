import type { LayerSpecification, Map } from 'maplibre-gl'

/** Gives layers that are on the map the paint and layout of a new set of colours; nothing is loaded again. */
export function repaint(map: Map, layers: readonly LayerSpecification[]): void {
  for (const layer of layers) {
    if (!map.getLayer(layer.id)) continue
    for (const [name, value] of Object.entries(layer.paint ?? {})) {
      map.setPaintProperty(layer.id, name as never, value as never, { validate: false })
    }
    for (const [name, value] of Object.entries(layer.layout ?? {})) {
      map.setLayoutProperty(layer.id, name as never, value as never, { validate: false })
    }
  }
}
