import { randomFillSync } from 'node:crypto'

const batch = new Int32Array(256)
let left = 0

/**
 * An identifier that cannot be guessed: with the port, it is all that keeps a forged answer out where nothing is
 * signed. Always of four bytes (2^24 to 2^31 - 1): it costs as much to send, whichever it is.
 */
export function randomId(isTaken: (id: number) => boolean): number {
  for (;;) {
    if (left === 0) {
      randomFillSync(batch)
      left = batch.length
    }
    left -= 1
    const id = batch[left]! & 0x7fff_ffff
    if (id >= 0x100_0000 && !isTaken(id)) return id
  }
}
