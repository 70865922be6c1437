import { nowMs } from '#kernel/clock'
import type { Log } from '#kernel/log'
import { SnmpError, type SnmpEngine } from '#protocols/snmp/index'
import type { Access, LiveAsset, LiveCheck, Observation } from './live.ts'
import type { DeviceMemory } from '../snmp/memory.ts'
import { pollDevice } from '../snmp/poll.ts'
import { phaseOf, type Wheel } from './wheel.ts'
import type { Watched } from './pinging.ts'

/** How asking a device went, for the page of the engine's health. */
export interface Asked {
  ms: number
  /** Why it gave nothing; null where it answered. */
  fault: string | null
}

/** Within this time after a start all devices have been read once. */
const catchUpMs = 8_000
/** Over so long the way of an answer no longer counts. */
const surelyLongMs = 10_000
/** However a device behaves, one turn ends. */
const longestMs = 50_000

/** Asks one device by SNMP at its turns, and soon again where its check is in doubt. */
export function watchSnmp(parts: {
  wheel: Wheel
  engine: SnmpEngine
  asset: LiveAsset & { address: string; access: Access }
  check: LiveCheck
  memory: DeviceMemory
  observe(seen: Observation): number | undefined
  asked(outcome: Asked): void
  log: Log
}): Watched {
  const { wheel, engine, asset, check, memory, observe } = parts
  const { address, access } = asset
  const session = engine.session({ address, port: access.port, credential: access.credential })
  const ending = new AbortController()

  const leastSpanMs = Math.min(surelyLongMs, check.intervalMs / 2)

  async function run(slot: number | undefined): Promise<void> {
    const began = performance.now()
    const signal = AbortSignal.any([
      ending.signal,
      AbortSignal.timeout(Math.min(longestMs, check.intervalMs * 0.9)),
    ])
    // Whoever has just added a device waits to see what it says: its first look counts as a turn.
    const turnOf = slot ?? (check.state === null ? Math.floor(nowMs() / check.intervalMs) : undefined)
    const outcome = await pollDevice(
      session,
      memory,
      { isTurn: turnOf !== undefined, leastSpanMs },
      signal,
    ).catch((error: unknown) => error)
    if (ending.signal.aborted) return
    const polled = outcome instanceof Error || !isPolled(outcome) ? undefined : outcome
    const fault = polled ? null : faultOf(outcome)
    if (fault === 'fault') parts.log.error({ err: outcome, asset: asset.id }, 'a device could not be asked')
    parts.asked({ ms: performance.now() - began, fault })
    const retryMs = observe({
      asset,
      check,
      slot: turnOf,
      answered: polled !== undefined,
      values: polled?.values ?? [],
      restarted: polled?.restarted ?? false,
      components: polled?.components ?? {},
    })
    if (retryMs !== undefined) turn.soon(retryMs)
  }

  const turn = wheel.add({ key: check.id, periodMs: check.intervalMs, run })
  // Whoever has just added a device waits to see what it says. One that is known is read once, spread over some
  // seconds, so that the first turn has something to count from: a worker's restart then leaves no gap in rates.
  turn.soon(check.state === null ? 0 : phaseOf(check.id, Math.min(catchUpMs, check.intervalMs / 4)))
  return {
    soon: (afterMs) => turn.soon(afterMs),
    end() {
      ending.abort()
      turn.remove()
    },
  }
}

type Polled = Awaited<ReturnType<typeof pollDevice>>
const isPolled = (outcome: unknown): outcome is Polled =>
  typeof outcome === 'object' && outcome !== null && 'values' in outcome

function faultOf(error: unknown): string {
  if (error instanceof SnmpError) return error.code
  // The turn took too long: the signal ended it.
  if (error instanceof Error && /Timeout|Abort/.test(error.name)) return 'timeout'
  return 'fault'
}
