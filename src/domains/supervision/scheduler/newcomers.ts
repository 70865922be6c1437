import { monotonicMs } from '#kernel/clock'
import { mostInterfaces } from '#inventory'
import { metricNamed } from '../templates/catalogue.ts'
import type { LiveAsset, Value } from './live.ts'

/** What of an asset may be measured that was not before: a device whose ports never keep their names fills no disk. */
export interface Newcomers {
  /** What is measured of components that are known, or may be from now on. */
  admit(asset: LiveAsset, values: readonly Value[]): Value[]
  /** Whether some were refused within the last hour. */
  isRefusing(): boolean
}

const hourMs = 3_600_000
/** New components in an hour, beyond what a device shows when it is first measured: a large line card, or a stack's member. */
const mostAnHour = 512
/** Of an asset in all, gone ones with them. */
const mostInAll = 2 * mostInterfaces

export function createNewcomers(): Newcomers {
  const known = new Set<string>()
  let seen: LiveAsset | undefined
  let left = 0
  let beganMs = Number.NEGATIVE_INFINITY
  let refusedMs = Number.NEGATIVE_INFINITY

  /** What has series already. */
  function learn(asset: LiveAsset): void {
    if (seen === asset) return
    seen = asset
    for (const key of asset.series.keys()) {
      const component = key.slice(key.indexOf('\n') + 1)
      if (component !== '' && isOfDevice(key.slice(0, key.indexOf('\n')))) known.add(component)
    }
  }

  function isAdmitted(component: string): boolean {
    if (component === '' || known.has(component)) return true
    if (left <= 0 || known.size >= mostInAll) return false
    left -= 1
    known.add(component)
    return true
  }

  return {
    admit(asset, values) {
      learn(asset)
      const atMs = monotonicMs()
      const isFirst = known.size === 0 && values.some(isComponent)
      if (isFirst) left = mostInterfaces
      else if (known.size > 0 && atMs - beganMs >= hourMs) {
        left = mostAnHour
        beganMs = atMs
      }
      const admitted = values.filter(({ metric, component }) => !isOfDevice(metric) || isAdmitted(component))
      // What was left of the first look is not for the next one.
      if (isFirst) left = 0
      if (admitted.length < values.length) refusedMs = atMs
      return admitted
    },
    isRefusing: () => monotonicMs() - refusedMs < hourMs,
  }
}

/** A check's component is its name, which a person chose. */
function isOfDevice(metric: string): boolean {
  return metricNamed(metric)?.of !== 'check'
}

function isComponent({ metric, component }: Value): boolean {
  return component !== '' && isOfDevice(metric)
}
