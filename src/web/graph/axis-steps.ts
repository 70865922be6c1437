import type { Unit } from '../format.ts'

const decimal = steps(10, [1, 2, 2.5, 5], -6, 16)
const binary = steps(2, [1], 0, 60)

/** The steps that an axis may have: 1, 2, 2.5, 5 by tens; powers of two for bytes, so that it reads 256 MiB, 512 MiB. */
export function stepsFor(unit: Unit): number[] {
  return unit === 'byte' || unit === 'byte/s' ? binary : decimal
}

function steps(base: number, factors: readonly number[], least: number, most: number): number[] {
  return Array.from({ length: most - least }, (_step, at) =>
    factors.map((factor) => factor * base ** (least + at)),
  ).flat()
}
