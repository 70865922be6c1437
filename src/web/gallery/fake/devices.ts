import type { Device } from '../operations.ts'
import { states } from '../../theme/tokens.ts'

/** Numbers that look random and are the same each time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const towns = [
  ['Finistère Nord', 'Brest'],
  ['Finistère Nord', 'Morlaix'],
  ['Finistère Nord', 'Landivisiau'],
  ['Finistère Nord', 'Saint-Pol-de-Léon'],
  ['Cornouaille', 'Quimper'],
  ['Cornouaille', 'Concarneau'],
  ['Cornouaille', 'Douarnenez'],
  ['Cornouaille', 'Pont-l’Abbé'],
  ['Centre', 'Carhaix-Plouguer'],
  ['Centre', 'Châteaulin'],
  ['Îles', 'Ouessant'],
  ['Îles', 'Île de Sein'],
] as const

const kinds = [
  'router',
  'switch',
  'switch',
  'switch',
  'access-point',
  'access-point',
  'ups',
  'server',
  'camera',
] as const
const models: Record<Device['kind'], readonly [vendor: string, model: string][]> = {
  router: [
    ['Cisco', 'ISR 1111-8P'],
    ['Fortinet', 'FortiGate 60F'],
  ],
  switch: [
    ['Aruba', '2930F 24G PoE+'],
    ['Cisco', 'Catalyst 9200L-48P-4X'],
    ['HPE', '1920S 48G'],
  ],
  'access-point': [
    ['Ubiquiti', 'U6 Pro'],
    ['Aruba', 'AP-515'],
  ],
  ups: [
    ['APC', 'Smart-UPS 1500'],
    ['Eaton', '5P 1550i R'],
  ],
  server: [
    ['Dell', 'PowerEdge R650'],
    ['HPE', 'ProLiant DL380 Gen10 Plus'],
  ],
  camera: [
    ['Axis', 'P3265-LVE'],
    ['Bosch', 'FLEXIDOME 5100i'],
  ],
}
const short: Record<Device['kind'], string> = {
  router: 'rtr',
  switch: 'sw',
  'access-point': 'ap',
  ups: 'ond',
  server: 'srv',
  camera: 'cam',
}
const people = [
  'Anne Le Goff',
  'Yann Kervella',
  'Marie-Thérèse de La Rochefoucauld',
  'Loïc Morvan',
  'Fatima Benali',
]
const tags = ['NEXSIS', 'PoE', 'garantie 2027', 'à remplacer', 'salle serveurs', 'antenne-relais']
const weights = [0.012, 0.03, 0.01, 0.014, 0.02]

/** Ten thousand devices of a fire brigade, mostly well. */
export function makeDevices(count: number, now: number): Device[] {
  const random = randomFrom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  return Array.from({ length: count }, (_device, at) => {
    const [territory, town] = pick(towns)
    const kind = pick(kinds)
    const [vendor, model] = pick(models[kind])
    const state = stateBy(random())
    const level = 1 + Math.floor(random() * 5)
    const wordy = at % 97 === 3
    const code = town
      .replaceAll(/[^a-z]/gi, '')
      .slice(0, 3)
      .toLowerCase()
    return {
      id: `d${at}`,
      name: wordy
        ? `${short[kind]}-${code}-${at} — local technique du deuxième étage, ancienne caserne, baie de gauche`
        : `${short[kind]}-${code}-${String(at).padStart(4, '0')}`,
      kind,
      vendor,
      model,
      serial: `${vendor.slice(0, 2).toUpperCase()}${Math.floor(random() * 1e9)
        .toString(36)
        .toUpperCase()
        .padStart(7, '0')}`,
      address: `10.${29 + Math.floor(at / 65_025)}.${Math.floor(at / 255) % 255}.${(at % 254) + 1}`,
      site: `${pick(['CIS', 'CSP', 'Relais', 'Antenne'])} ${town}`,
      territory,
      level,
      baseLevel: at % 11 === 0 ? Math.max(1, level - 2) : level,
      state,
      since: new Date(now - random() * (state === 'ok' ? 4e10 : 4e7)).toISOString(),
      acknowledgedBy: (state === 'critical' || state === 'warning') && random() < 0.4 ? pick(people) : null,
      responsible: pick(people),
      tags: tags.filter(() => random() < 0.18),
      trafficBps: Math.round(10 ** (3 + random() * 6)),
      notes: '',
      version: 1,
    }
  })
}

function stateBy(chance: number): Device['state'] {
  let sum = 0
  for (const [at, weight] of weights.entries()) {
    sum += weight
    if (chance < sum) return states[at] ?? 'ok'
  }
  return 'ok'
}
