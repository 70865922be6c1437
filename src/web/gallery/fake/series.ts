import { randomFrom } from './devices.ts'

/** A made-up measurement over a range: a daily swing, noise, and a gap of an hour. */
export function makeSeries(
  seed: number,
  from: number,
  to: number,
  base: number,
  swing: number,
): (number | null)[] {
  return timesOf(from, to).map((at) => {
    const hour = (at / 3_600_000) % 24
    const isGap = Math.abs(hour - 3.5) < 0.5
    if (isGap) return null
    const noise = randomFrom(seed + Math.round(at / 1000))()
    const daily = Math.max(0, Math.sin(((hour - 7) / 24) * 2 * Math.PI))
    return Math.max(0, base + swing * daily * (0.7 + 0.3 * noise) + base * 0.3 * (noise - 0.5))
  })
}

/** On a grid of at most 400 steps. */
export function timesOf(from: number, to: number): number[] {
  const step = Math.max(60_000, Math.ceil((to - from) / 400 / 60_000) * 60_000)
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_time, at) => first + at * step)
}
