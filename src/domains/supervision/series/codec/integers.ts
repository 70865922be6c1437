import type { ByteReader, ByteWriter } from './bytes.ts'

/**
 * What each integer is told against: the least of all (values that jump around one level), the one before (levels that
 * move), or the step before (counters and clocks that run evenly).
 */
const modes = { offset: 0, delta: 1, deltaOfDelta: 2, constant: 3 } as const

/** Magnitudes that a delta of a delta still carries exactly in a number. */
export const largestInteger = 2 ** 50

/** Writes integers (at most `largestInteger` in magnitude) in whichever mode takes fewest bytes. */
export function writeIntegers(writer: ByteWriter, values: Float64Array): void {
  const { mode, least } = cheapest(values)
  writer.byte(mode)
  if (mode === modes.offset || mode === modes.constant) writer.zigzag(least)
  if (mode === modes.constant) return
  if (mode === modes.offset) {
    for (const value of values) writer.varint(value - least)
    return
  }
  let last = 0
  let lastDelta = 0
  for (const value of values) {
    const delta = value - last
    writer.zigzag(mode === modes.delta ? delta : delta - lastDelta)
    last = value
    lastDelta = delta
  }
}

/** Reads as many integers as `into` has room for. */
export function readIntegers(reader: ByteReader, into: Float64Array): void {
  const mode = reader.byte()
  if (mode > modes.constant) throw new RangeError('an encoded series has an unknown mode')
  const least = mode === modes.offset || mode === modes.constant ? reader.zigzag() : 0
  if (mode === modes.constant) return void into.fill(least)
  let last = 0
  let lastDelta = 0
  for (let index = 0; index < into.length; index += 1) {
    if (mode === modes.offset) into[index] = least + reader.varint()
    else {
      lastDelta = mode === modes.delta ? reader.zigzag() : lastDelta + reader.zigzag()
      into[index] = last += lastDelta
    }
  }
}

function cheapest(values: Float64Array): { mode: number; least: number } {
  let least = values[0] ?? 0
  let most = least
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  if (least === most) return { mode: modes.constant, least }
  let offset = 0
  let delta = 0
  let deltaOfDelta = 0
  let last = values[0]!
  let lastDelta = 0
  for (const value of values) {
    const step = value - last
    offset += size((value - least) / 2)
    delta += size(step)
    deltaOfDelta += size(step - lastDelta)
    last = value
    lastDelta = step
  }
  if (offset <= delta && offset <= deltaOfDelta) return { mode: modes.offset, least }
  return { mode: delta <= deltaOfDelta ? modes.delta : modes.deltaOfDelta, least }
}

/** About the bits of information in one told integer: finer than its bytes, since zstd packs what varints leave. */
function size(value: number): number {
  const magnitude = value < 0 ? -value : value
  if (magnitude < 64) return magnitude === 0 ? 1 : 8
  if (magnitude < 8_192) return 16
  return magnitude < 1_048_576 ? 24 : 8 * Math.ceil(Math.log2(magnitude) / 7 + 0.2)
}
