import labels from '../base/labels.json' with { type: 'json' }
import type { MapSite, Mark } from '../states.ts'

/** Sites spread over France as towns are, the same every time: around each département's middle, in clumps. */
export function sampleSites(count: number, departement?: string): MapSite[] {
  const random = generator(count + 7)
  const places = labels.departements.filter(([code]) =>
    departement === undefined ? String(code).length === 2 : code === departement,
  )
  return Array.from({ length: count }, (_, i) => {
    const [, name, longitude, latitude, size] = places[Math.floor(random() ** 1.4 * places.length)]!
    const spread = Math.sqrt(Number(size)) * 0.42
    const far = random() ** 0.7 * spread
    const turn = random() * 2 * Math.PI
    return {
      id: `site-${i}`,
      name: `${NAMES[i % NAMES.length]} ${String(name)} ${i + 1}`,
      longitude: Number(longitude) + (Math.cos(turn) * far) / 0.7,
      latitude: Number(latitude) + Math.sin(turn) * far,
      mark: sampleMark(random()),
      level: (1 + Math.floor(random() * 5)) as MapSite['level'],
      count: 1 + Math.floor(random() * 40),
    }
  })
}

const NAMES = ['Caserne', 'Centre de secours', 'Agence', 'Mairie', 'Entrepôt']

/** A day as days are: nearly all is well. */
export function sampleMark(chance: number): Mark {
  if (chance > 0.992) return 'critical'
  if (chance > 0.977) return 'warning'
  if (chance > 0.97) return 'unknown'
  if (chance > 0.96) return 'unreachable'
  if (chance > 0.95) return 'maintenance'
  return 'ok'
}

/** Random figures that are the same on every run (Park and Miller's generator). */
export function generator(seed: number): () => number {
  let value = seed
  return () => {
    value = (value * 48271) % 2147483647
    return value / 2147483647
  }
}
