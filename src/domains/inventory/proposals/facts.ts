import type { Facts } from '#estate'
import type { DeviceFacts } from '../contract.ts'
import { shorten } from '../identify/shorten.ts'
import type { Found } from './found.ts'

/** What the estate takes of a text, in characters; 200 unless said. */
const limits: Record<string, number> = { description: 1_000, os: 500 }

/** What a device said of itself, as the estate keeps it: nothing empty, no text too long. */
export function assetFacts(facts: DeviceFacts): Facts {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([field, value]) => [
        field,
        typeof value === 'string' ? shorten(value, limits[field] ?? 200) : value,
      ]),
  )
}

/** By what, when and where it was read. */
export function readingOf({ sources, address }: Pick<Found, 'sources' | 'address'>, readAt: Date) {
  const protocols = new Set(Object.values(sources).map((source) => source.split(' ')[0]))
  return { protocol: protocols.has('SNMP') ? 'snmp' : 'icmp', readAt, detail: address }
}
