import type { Feature, Point } from 'geojson'

/** Names and the places where they stand, as `scripts/base-map.ts` writes them. */
export interface Labels {
  departements: [code: string, name: string, longitude: number, latitude: number, size: number][]
  regions: [code: string, name: string, longitude: number, latitude: number, size: number][]
  countries: CountryLabel[]
  france: CountryLabel[]
  seas: [french: string, english: string, longitude: number, latitude: number, size: number][]
}

type CountryLabel = [
  code: string,
  french: string,
  english: string,
  longitude: number,
  latitude: number,
  size: number,
]

export type MapLanguage = 'fr' | 'en'

/** The labels as points with `kind`, `name`, `code` and `size`, in one language. */
export function namesOf(labels: Labels, language: MapLanguage): Feature<Point>[] {
  const inFrench = language === 'fr'
  return [
    ...labels.departements.map(([code, name, ...at]) => point('departement', code, name, at)),
    ...labels.regions.map(([code, name, ...at]) => point('region', code, name, at)),
    ...labels.countries.map(([code, fr, en, ...at]) => point('country', code, inFrench ? fr : en, at)),
    ...labels.france.map(([code, fr, en, ...at]) => point('france', code, inFrench ? fr : en, at)),
    ...labels.seas.map(([fr, en, ...at]) => point('sea', '', inFrench ? fr : en, at)),
  ]
}

function point(
  kind: string,
  code: string,
  name: string,
  [longitude, latitude, size]: [number, number, number],
): Feature<Point> {
  return {
    type: 'Feature',
    properties: { kind, code, name, size },
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
  }
}
