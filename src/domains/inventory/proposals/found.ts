import type { SeenInterface } from '#network'
import type { DeviceFacts, FactSources } from '../contract.ts'
import type { OwnAddress } from '../tables.ts'

/** What discovery learned of one address. */
export interface Found {
  address: string
  roundTripMs: number | null
  facts: DeviceFacts
  sources: FactSources
  interfaces: SeenInterface[]
  /** False where the device broke off: what is missing may still be there. */
  hasAllInterfaces: boolean
  /** What the device says are its own addresses. */
  addresses: OwnAddress[]
  /** The credential that it answered to. */
  credential: { id: string; port: number } | undefined
}

/** An address that answers, and of which nothing else is known. */
export function foundNothing(address: string, roundTripMs: number | null): Found {
  return {
    address,
    roundTripMs,
    facts: {},
    sources: {},
    interfaces: [],
    hasAllInterfaces: false,
    addresses: [],
    credential: undefined,
  }
}
