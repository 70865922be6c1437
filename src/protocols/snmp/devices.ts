import { createDevice, type Device } from './device.ts'
import { canonicalAddress } from './target.ts'

/** Engines that several addresses claim to be: copied configurations, or one device with several addresses. */
export interface Clone {
  /** Hexadecimal. */
  engineId: string
  addresses: string[]
}

/** What is known of every device that was spoken to. */
export interface Devices {
  at(address: string, port: number): Device
  forget(address: string, port: number): void
  clones(): Clone[]
  readonly size: number
}

/** A sweep may speak to any number of addresses where nothing answers: beyond this, those are dropped. */
const mostKept = 20_000

export function createDevices(): Devices {
  const byPlace = new Map<string, Device>()

  function dropSilent(): void {
    for (const [place, device] of byPlace) {
      if (!device.hasAnswered && device.queue.length === 0) byPlace.delete(place)
    }
  }

  return {
    get size() {
      return byPlace.size
    },
    at(given, port) {
      const address = canonicalAddress(given)
      const place = `${address} ${port}`
      const before = byPlace.get(place)
      if (before) return before
      if (byPlace.size >= mostKept) dropSilent()
      const made = createDevice(address, port)
      byPlace.set(place, made)
      return made
    },
    forget: (address, port) => void byPlace.delete(`${canonicalAddress(address)} ${port}`),
    clones() {
      const found = new Map<string, string[]>()
      for (const { engine, address } of byPlace.values()) {
        if (!engine.isConfirmed()) continue
        const id = engine.view().id.toString('hex')
        found.set(id, [...(found.get(id) ?? []), address])
      }
      return [...found]
        .map(([engineId, addresses]) => ({ engineId, addresses: [...new Set(addresses)] }))
        .filter(({ addresses }) => addresses.length > 1)
    },
  }
}
