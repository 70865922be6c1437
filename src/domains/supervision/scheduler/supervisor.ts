import { isDeepStrictEqual } from 'node:util'
import { nowMs } from '#kernel/clock'
import type { Log } from '#kernel/log'
import type { SnmpEngine } from '#protocols/snmp/index'
import { newMemory, type DeviceMemory } from '../snmp/memory.ts'
import type { Announcer } from './announcer.ts'
import { watchSnmp, type Asked } from './asking.ts'
import type { Collector } from './collector.ts'
import { judgeObservation } from './judgement.ts'
import type { Access, LiveAsset, LiveCheck, Observation } from './live.ts'
import { createNewcomers, type Newcomers } from './newcomers.ts'
import { watchPing, type PingSource, type Watched } from './pinging.ts'
import { isService } from '../contract/services.ts'
import { watchService } from './looking.ts'
import type { Wheel } from './wheel.ts'

/** What measures the assets that this worker holds. */
export interface Supervisor {
  /** Begins with an asset, or goes on with what has changed of it. */
  take(asset: LiveAsset): void
  drop(assetId: string): void
  dropAll(): void
  held(): string[]
  health(): SupervisorHealth
}

export interface SupervisorHealth {
  assets: number
  checks: number
  /** Devices that gave nothing when they were last asked, or took long. */
  troubled: { assetId: string; address: string; fault: string | null; ms: number }[]
}

interface Held {
  asset: LiveAsset
  watched: Map<string, Watched>
  memory: DeviceMemory
  newcomers: Newcomers
  asked: Asked | undefined
}

/** An answer that takes longer is worth knowing of. */
const slowMs = 2_000
const mostTroubled = 200

export function createSupervisor(parts: {
  wheel: Wheel
  snmp: SnmpEngine
  pings: PingSource
  collector: Collector
  announcer: Announcer
  log: Log
}): Supervisor {
  const { wheel, snmp, pings, collector, announcer, log } = parts
  const held = new Map<string, Held>()
  /** Checks that were asked again since their device came back: once is enough. */
  const asked = new WeakSet<LiveCheck>()

  /** @returns after how long to ask again, where there is doubt */
  function observe(said: Observation): number | undefined {
    const { asset, check, slot } = said
    const values = held.get(asset.id)?.newcomers.admit(asset, said.values) ?? said.values
    const seen = { ...said, values }
    if (slot !== undefined && values.length > 0) collector.put(asset, check.intervalMs, slot, values)
    if (!seen.answered && isBehindPing(asset, check)) return void standBehind(asset, check)
    const { changes, retryMs } = judgeObservation(seen)
    announcer.say(changes)
    if (check.template.name === 'ping' && check.state !== 'critical') askAgainBehind(asset)
    return retryMs
  }

  /** It answers again: what could not be asked meanwhile is asked now, not at its next turn. */
  function askAgainBehind(asset: LiveAsset): void {
    const watched = held.get(asset.id)?.watched
    for (const check of asset.checks) {
      if (check.state !== 'unreachable' || asked.has(check)) continue
      asked.add(check)
      watched?.get(check.id)?.soon(0)
    }
  }

  /** What cannot be asked because the device does not answer at all: a consequence, told of by its cause. */
  function standBehind(asset: LiveAsset, check: LiveCheck): void {
    const ping = asset.checks.find((one) => one.template.name === 'ping')
    if (ping?.state !== 'critical' || check.state === 'unreachable') return
    check.state = 'unreachable'
    asked.delete(check)
    announcer.say([{ kind: 'check', asset, checkId: check.id, state: 'unreachable', atMs: nowMs() }])
  }

  function begin(one: Held): void {
    const { asset, memory } = one
    for (const check of asset.checks) {
      const watched = watch(one, check, memory)
      if (watched) one.watched.set(check.id, watched)
    }
  }

  function watch(one: Held, check: LiveCheck, memory: DeviceMemory): Watched | undefined {
    const { asset } = one
    if (!hasAddress(asset)) return undefined
    if (check.template.name === 'ping') return watchPing(pings, asset, check, observe)
    if (isService(check.template.name))
      return watchService({ wheel, asset, check, observe, log }, check.template.name)
    if (!hasAccess(asset)) return undefined
    const keep = (outcome: Asked) => void (one.asked = outcome)
    return watchSnmp({ wheel, engine: snmp, asset, check, memory, observe, asked: keep, log })
  }

  function end(one: Held): void {
    for (const watched of one.watched.values()) watched.end()
  }

  return {
    take(asset) {
      const before = held.get(asset.id)
      if (before) end(before)
      const isSameDevice = before?.asset.address === asset.address
      // Another way of asking may be told other ports, and other counters.
      const isAskedAlike = isSameDevice && isDeepStrictEqual(before.asset.access, asset.access)
      if (before && !isSameDevice && before.asset.address)
        snmp.forget(before.asset.address, before.asset.access?.port)
      if (before) carryOver(before.asset, asset)
      const one: Held = {
        asset,
        watched: new Map(),
        memory: isAskedAlike ? before.memory : newMemory(),
        newcomers: before?.newcomers ?? createNewcomers(),
        asked: undefined,
      }
      held.set(asset.id, one)
      begin(one)
    },
    drop(assetId) {
      const one = held.get(assetId)
      if (one) end(one)
      held.delete(assetId)
    },
    dropAll() {
      for (const one of held.values()) end(one)
      held.clear()
    },
    held: () => [...held.keys()],
    health: () => ({
      assets: held.size,
      checks: [...held.values()].reduce((sum, one) => sum + one.watched.size, 0),
      troubled: troubledOf([...held.values()]),
    }),
  }
}

/**
 * What a check remembers goes on: doubts begun, states judged and perhaps not yet written. One that has lost its written
 * state was put to rest since, however shortly: its alerts were closed, and what is still wrong must be said again. Where
 * the state was only not written yet, saying it twice changes nothing.
 */
function carryOver(before: LiveAsset, after: LiveAsset): void {
  for (const check of after.checks) {
    const same = before.checks.find((one) => one.id === check.id)
    if (!same || (same.state !== null && check.state === null)) continue
    check.conditions = same.conditions
    check.state = same.state
  }
  for (const [key, id] of before.series) after.series.set(key, id)
}

/** A device that does not answer its pings need not be told of twice: its other checks are not judged meanwhile. */
function isBehindPing(asset: LiveAsset, check: LiveCheck): boolean {
  if (check.template.name === 'ping') return false
  const ping = asset.checks.find((one) => one.template.name === 'ping')
  return ping !== undefined && [...ping.conditions.keys()].some((key) => key.startsWith('ping.lost\n'))
}

function hasAddress(asset: LiveAsset): asset is LiveAsset & { address: string } {
  return asset.address !== null
}

function hasAccess(asset: LiveAsset): asset is LiveAsset & { address: string; access: Access } {
  return asset.address !== null && asset.access !== undefined
}

function troubledOf(all: Held[]): SupervisorHealth['troubled'] {
  return all
    .flatMap(({ asset, asked, newcomers }) => {
      if (!asked) return []
      const fault = asked.fault ?? (newcomers.isRefusing() ? 'changing' : null)
      if (fault === null && asked.ms <= slowMs) return []
      return [{ assetId: asset.id, address: asset.address ?? '', fault, ms: Math.round(asked.ms) }]
    })
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, mostTroubled)
}
