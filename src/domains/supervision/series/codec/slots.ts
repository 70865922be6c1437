import type { ByteReader, ByteWriter } from './bytes.ts'

/**
 * Times on a grid are slots: how many steps since the epoch. Written as the first one, then by turns how many follow
 * without a gap and how many are missing.
 */
export function writeSlots(writer: ByteWriter, slots: Float64Array): void {
  writer.varint(slots[0]!)
  let present = 1
  for (let index = 1; index < slots.length; index += 1) {
    const missing = slots[index]! - slots[index - 1]! - 1
    if (missing < 0) throw new RangeError('slots must ascend')
    if (missing === 0) present += 1
    else {
      writer.varint(present)
      writer.varint(missing)
      present = 1
    }
  }
  writer.varint(present)
}

export function readSlots(reader: ByteReader, count: number): Float64Array {
  const slots = new Float64Array(count)
  let slot = reader.varint()
  let index = 0
  while (index < count) {
    const present = reader.varint()
    if (present === 0 || present > count - index)
      throw new RangeError('an encoded series has more slots than values')
    for (let left = present; left > 0; left -= 1) slots[index++] = slot++
    if (index < count) slot += reader.varint()
  }
  return slots
}
