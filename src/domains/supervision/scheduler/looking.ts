import { reachOfAddress } from '#inventory'
import { nowMs } from '#kernel/clock'
import type { Log } from '#kernel/log'
import { serviceSettings, type ServiceTemplate } from '../contract/services.ts'
import { askService, type Look } from '../services/ask.ts'
import type { LiveAsset, LiveCheck, Observation } from './live.ts'
import type { Watched } from './pinging.ts'
import type { Wheel } from './wheel.ts'

/** The machine that Vigie runs on, and its link, are asked only for who holds everything; what nobody may ask, for nobody. */
function mayAsk(address: string, { isOfHouse }: LiveCheck): boolean {
  const reach = reachOfAddress(address)
  return reach !== undefined && (reach !== 'nearby' || isOfHouse)
}
const refused: Look = { values: [], cause: 'nearby', measured: null }

/** Looks at a service at its turns, and soon again where it is in doubt. */
export function watchService(
  parts: {
    wheel: Wheel
    asset: LiveAsset & { address: string }
    check: LiveCheck
    observe(seen: Observation): number | undefined
    log: Log
  },
  template: ServiceTemplate,
): Watched {
  const { wheel, asset, check, observe } = parts
  const ending = new AbortController()
  const settings = serviceSettings[template].parse(check.settings)
  // A look ends before the next begins.
  settings.timeoutMs = Math.min(settings.timeoutMs, Math.floor(check.intervalMs * 0.9))

  async function run(slot: number | undefined): Promise<void> {
    // Whoever has just given it waits to see what it says: its first look counts as a turn.
    const turnOf = slot ?? (check.state === null ? Math.floor(nowMs() / check.intervalMs) : undefined)
    const place = { address: asset.address, signal: ending.signal }
    const { values, cause, measured } = mayAsk(asset.address, check)
      ? await askService(template, settings as never, place).catch(unexpected)
      : refused
    if (ending.signal.aborted) return
    const retryMs = observe({
      asset,
      check,
      slot: turnOf,
      answered: cause === null,
      values: values.map((value) => ({ ...value, component: check.name })),
      cause,
      measured,
    })
    if (retryMs !== undefined) turn.soon(retryMs)
  }

  /** A fault of ours, by an answer that nobody foresaw: the check is not well all the same. */
  function unexpected(err: unknown): Look {
    parts.log.error({ err, asset: asset.id, check: check.id }, 'a service could not be asked')
    return { values: [], cause: 'bad-answer', measured: null }
  }

  const turn = wheel.add({ key: check.id, periodMs: check.intervalMs, run })
  if (check.state === null) turn.soon(0)
  return {
    soon: (afterMs) => turn.soon(afterMs),
    end() {
      ending.abort()
      turn.remove()
    },
  }
}
