import type { Device } from '../operations.ts'
import { states } from '../../theme/tokens.ts'

const collator = new Intl.Collator('fr', { numeric: true })
let latest: { key: string; sorted: readonly Device[] } | undefined

/** One page of the made-up list, as the server would answer it. */
export function listDevices(devices: readonly Device[], query: URLSearchParams) {
  const sorted = sortedFor(devices, query)
  const start = Number(query.get('cursor') ?? 0)
  const end = start + Number(query.get('limit') ?? 100)
  return {
    items: sorted.slice(start, end).map((device) => ({ ...device })),
    nextCursor: end < sorted.length ? String(end) : null,
    total: sorted.length,
  }
}

/** The next pages of a question are asked for right after the first: they need no second sorting. */
function sortedFor(devices: readonly Device[], query: URLSearchParams): readonly Device[] {
  const question = new URLSearchParams(query)
  question.delete('cursor')
  question.delete('limit')
  const key = question.toString()
  if (query.has('cursor') && latest?.key === key) return latest.sorted
  const many = (name: string) => (query.get(name) ?? '').split(',').filter(Boolean)
  const q = (query.get('q') ?? '').toLowerCase()
  const [state, kind, territory] = [many('state'), many('kind'), many('territory')]
  const fitting = devices.filter(
    (device) =>
      (state.length === 0 || state.includes(device.state)) &&
      (kind.length === 0 || kind.includes(device.kind)) &&
      (territory.length === 0 || territory.includes(device.territory)) &&
      (q === '' ||
        `${device.name} ${device.address} ${device.serial} ${device.site}`.toLowerCase().includes(q)),
  )
  const sort = query.get('sort') ?? 'name'
  const by = sort.replace(/^-/, '') as keyof Device
  const direction = sort.startsWith('-') ? -1 : 1
  const sorted = fitting.toSorted((one, other) => direction * compare(one, other, by))
  latest = { key, sorted }
  return sorted
}

function compare(one: Device, other: Device, by: keyof Device): number {
  if (by === 'state') return states.indexOf(one.state) - states.indexOf(other.state)
  const [a, b] = [one[by], other[by]]
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
}
