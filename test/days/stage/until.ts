import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual, inspect } from 'node:util'

const everyMs = 200

/** Asks until the answer is the wanted one. @throws with the last answer where it never was */
export async function until<V>(
  ask: () => Promise<V>,
  wanted: V | ((value: V) => boolean),
  withinMs: number,
): Promise<V> {
  const fits = (value: V) =>
    typeof wanted === 'function' ? (wanted as (value: V) => boolean)(value) : isDeepStrictEqual(value, wanted)
  const end = performance.now() + withinMs
  for (;;) {
    const value = await ask()
    if (fits(value)) return value
    if (performance.now() > end) throw new Error(`still ${inspect(value)} after ${withinMs / 1000} s`)
    await wait(everyMs)
  }
}
