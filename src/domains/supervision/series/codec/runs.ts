import { zstdCompressSync, zstdDecompressSync, constants } from 'node:zlib'
import { createReader, createWriter, type ByteReader, type ByteWriter } from './bytes.ts'
import { readSlots, writeSlots } from './slots.ts'
import { readValues, writeValues } from './values.ts'

/**
 * Values of one series on one grid, in order. A raw run has one column; a rollup's has four: least, greatest, sum,
 * count.
 */
export interface Run {
  series: number
  stepMs: number
  /** Ascending; the time of a slot is `slot * stepMs`. */
  slots: Float64Array
  columns: Float64Array[]
}

const version = 1
const flags = { plain: 0, zstd: 1 } as const
/** Below this many bytes zstd's frame costs more than it wins. */
const leastWorthPacking = 48
const largestUnpacked = 256 << 20
/** More than a day of seconds: what claims more is damaged. */
const mostInRun = 100_000

/**
 * Any number of runs, ordered by series, as one value of bytes: what blocks and chunks hold. Layout: version, flag,
 * then (packed by zstd where that is shorter) the number of columns and for each run its series against the one before,
 * its number of values, step, slots, columns.
 */
export function encodeRuns(runs: Iterable<Run>, level = 3): Buffer {
  const writer = createWriter()
  let last = 0
  let columns = 0
  for (const run of runs) {
    if (columns === 0) writer.varint((columns = run.columns.length))
    if (run.columns.length !== columns) throw new RangeError('all runs must have the same columns')
    writer.varint(run.series - last)
    last = run.series
    writeRun(writer, run)
  }
  const plain = writer.bytes()
  if (plain.length >= leastWorthPacking) {
    const packed = zstdCompressSync(plain, { params: { [constants.ZSTD_c_compressionLevel]: level } })
    if (packed.length < plain.length) return Buffer.concat([Buffer.of(version, flags.zstd), packed])
  }
  return Buffer.concat([Buffer.of(version, flags.plain), plain])
}

/** The runs in the order they were written. Throws a RangeError where the bytes are not what was written. */
export function decodeRuns(bytes: Buffer): Run[] {
  if (bytes[0] !== version) throw new RangeError('not an encoded series of a version known here')
  const body = bytes.subarray(2)
  const plain =
    bytes[1] === flags.zstd ? zstdDecompressSync(body, { maxOutputLength: largestUnpacked }) : body
  const reader = createReader(plain)
  const runs: Run[] = []
  if (reader.isAtEnd()) return runs
  const columns = reader.varint()
  let series = 0
  while (!reader.isAtEnd()) {
    series += reader.varint()
    runs.push(readRun(reader, series, columns))
  }
  return runs
}

function writeRun(writer: ByteWriter, { stepMs, slots, columns }: Run): void {
  if (slots.length === 0 || slots.length > mostInRun) throw new RangeError('a run has 1 to 100,000 values')
  writer.varint(slots.length)
  writer.varint(stepMs)
  writeSlots(writer, slots)
  for (const column of columns) {
    if (column.length !== slots.length) throw new RangeError('a column must have a value for each slot')
    writeValues(writer, column)
  }
}

function readRun(reader: ByteReader, series: number, columns: number): Run {
  const count = reader.varint()
  if (count > mostInRun) throw new RangeError('an encoded series has too many values')
  const stepMs = reader.varint()
  const slots = readSlots(reader, count)
  return { series, stepMs, slots, columns: Array.from({ length: columns }, () => readValues(reader, count)) }
}
