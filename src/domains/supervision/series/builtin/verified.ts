import { decodeRuns, encodeRuns, type Run } from '../codec/runs.ts'

/**
 * The runs encoded, and decoded again to see that they are what they were: only then may what they came from be
 * dropped. Throws where they are not.
 */
export function encodeVerified(runs: readonly Run[]): Buffer {
  const bytes = encodeRuns(runs)
  const back = decodeRuns(bytes)
  if (back.length !== runs.length || !back.every((run, index) => isSame(run, runs[index]!)))
    throw new Error('values did not come back from their encoding as they were')
  return bytes
}

function isSame(one: Run, other: Run): boolean {
  return (
    one.series === other.series &&
    one.stepMs === other.stepMs &&
    areEqual(one.slots, other.slots) &&
    one.columns.every((column, index) => areEqual(column, other.columns[index]!))
  )
}

function areEqual(one: Float64Array, other: Float64Array): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false
  return true
}
