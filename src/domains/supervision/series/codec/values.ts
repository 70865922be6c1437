import type { ByteReader, ByteWriter } from './bytes.ts'
import { commonDecimals, fromWhole, toWhole } from './decimals.ts'
import { readIntegers, writeIntegers } from './integers.ts'

/** In place of a number of decimals: the values follow as they are, eight bytes each. */
const asFloats = 255

/** Writes finite values so that they come back exactly (-0 as 0). Throws a RangeError for what is no finite number. */
export function writeValues(writer: ByteWriter, values: Float64Array): void {
  for (const value of values)
    if (!Number.isFinite(value)) throw new RangeError('only finite values are stored')
  const decimals = commonDecimals(values)
  if (decimals === undefined) {
    writer.byte(asFloats)
    for (const value of values) writer.float(value + 0)
    return
  }
  writer.byte(decimals)
  writeIntegers(writer, toWhole(values, decimals))
}

export function readValues(reader: ByteReader, count: number): Float64Array {
  const values = new Float64Array(count)
  const decimals = reader.byte()
  if (decimals === asFloats) {
    for (let index = 0; index < count; index += 1) values[index] = reader.float()
    return values
  }
  readIntegers(reader, values)
  fromWhole(values, decimals)
  return values
}
