import type { Unit } from '../format.ts'

const decimal = steps(10, [1, 2, 2.5, 5], -5, 16)
const binary = steps(2, [1], 0, 60)

/** The steps that an axis may have: 1, 2, 2.5, 5 by tens; powers of two for bytes, so that it reads 256 MiB, 512 MiB. */
export function stepsFor(unit: Unit): number[] {
  if (unit === 'byte' || unit === 'byte/s') return binary
  const least = leastStepOf(unit)
  return decimal.filter((step) => step >= least)
}

/** Where nothing moves, the axis ends here, so that a flat line does not look like noise. */
export function leastTopOf(unit: Unit): number {
  return wholes.has(unit) ? 1_000 : 1
}

const wholes: ReadonlySet<Unit> = new Set(['bit/s', 'Hz', 'W'])

/** Finer steps would all read the same: so many digits are written of a unit. Seconds go on in milliseconds. */
function leastStepOf(unit: Unit): number {
  if (wholes.has(unit)) return 1
  return unit === 's' ? 0.000_01 : 0.01
}

function steps(base: number, factors: readonly number[], least: number, most: number): number[] {
  return Array.from({ length: most - least }, (_step, at) =>
    factors.map((factor) => factor * base ** (least + at)),
  ).flat()
}
