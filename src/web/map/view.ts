/** A part of the map, in degrees. */
export interface MapBounds {
  west: number
  south: number
  east: number
  north: number
}

/** What a map shows, enough to come back to it. */
export interface MapView {
  bounds: MapBounds
  longitude: number
  latitude: number
  /** MapLibre's zoom: 0 for the world in 512 px, one more for twice as near. */
  zoom: number
}

/** Metropolitan France, the view where there is nothing to show. */
export const FRANCE: MapBounds = { west: -5.2, south: 41.3, east: 9.65, north: 51.15 }

/** Around this share of places or more in metropolitan France, a first view leaves the others out. */
const MOSTLY = 0.8

interface Place {
  latitude: number
  longitude: number
}

/**
 * The bounds of the places, widened so that a single one keeps its surroundings. Where nearly all lie in
 * metropolitan France, those overseas do not pull the view out to half the world. `FRANCE` for none.
 */
export function boundsAround(places: readonly Place[]): MapBounds {
  const placed = places.filter(isPlaced)
  const home = placed.filter((place) => isWithin(FRANCE, place))
  const shown = home.length >= placed.length * MOSTLY ? home : placed
  if (shown.length === 0) return FRANCE
  const margin = 0.08
  return {
    west: Math.min(...shown.map((place) => place.longitude)) - margin,
    south: Math.min(...shown.map((place) => place.latitude)) - margin,
    east: Math.max(...shown.map((place) => place.longitude)) + margin,
    north: Math.max(...shown.map((place) => place.latitude)) + margin,
  }
}

/** Whether a place has coordinates that are on the map. */
export function isPlaced({ latitude, longitude }: Place): boolean {
  return Math.abs(latitude) <= 85 && Math.abs(longitude) <= 180
}

/** Whether a place lies within bounds. */
export function isWithin(bounds: MapBounds, { latitude, longitude }: Place): boolean {
  return (
    longitude >= bounds.west &&
    longitude <= bounds.east &&
    latitude >= bounds.south &&
    latitude <= bounds.north
  )
}
