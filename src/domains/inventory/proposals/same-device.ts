import type { AssetSeen } from '#estate'
import type { Found } from './found.ts'

/** An asset with the addresses that it is known by. */
export interface Candidate {
  asset: AssetSeen
  addresses: readonly string[]
}

type Trace = 'agrees' | 'differs' | 'unknown'

/**
 * Whether what was found is this asset. No trace is proof alone: cloned machines share MACs, makers leave one serial on a
 * whole series, new switches are all called "Switch", and a replacement takes over an address.
 */
export function isSameDevice(candidate: Candidate, found: Found): boolean {
  const { serial, mac, name, address, model } = tracesOf(candidate, found)
  if (serial === 'differs') return false
  if (mac === 'differs' && serial !== 'agrees') return false
  // Renamed or renumbered since, but not both: then it is another that shares the trace.
  if (serial === 'agrees' && mac === 'agrees') return true
  if (serial === 'agrees' || mac === 'agrees') return !(name === 'differs' && address === 'differs')
  if (address === 'agrees') return model !== 'differs'
  return name === 'agrees' && address === 'unknown'
}

/** How much speaks for it: to choose among several that fit. */
export function closeness(candidate: Candidate, found: Found): number {
  const { serial, mac, address, name } = tracesOf(candidate, found)
  const weights = { serial: 8, mac: 4, address: 2, name: 1 }
  return Object.entries({ serial, mac, address, name }).reduce(
    (sum, [trace, says]) => sum + (says === 'agrees' ? weights[trace as keyof typeof weights] : 0),
    0,
  )
}

function tracesOf({ asset, addresses }: Candidate, { facts, address, addresses: own }: Found) {
  const mine = new Set([address, ...own.map((one) => one.address)])
  return {
    serial: compare(asset.serial, facts.serial),
    name: compare(asset.name, facts.name),
    model: compare(asset.model, facts.model),
    mac: overlap(asset.macs, facts.macs ?? []),
    // Its own address counts, or one that the device says is its own too: it may be asked at any of them.
    address: overlap(addresses, addresses.includes(address) ? [address] : [...mine]),
  }
}

function compare(known: string, said: string | undefined): Trace {
  if (!known || !said) return 'unknown'
  return known.toLowerCase() === said.toLowerCase() ? 'agrees' : 'differs'
}

function overlap(known: readonly string[], said: readonly string[]): Trace {
  if (known.length === 0 || said.length === 0) return 'unknown'
  return said.some((one) => known.includes(one)) ? 'agrees' : 'differs'
}
