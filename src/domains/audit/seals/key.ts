import { hkdfSync } from 'node:crypto'

/** The key of the chain, and where this machine notes how far the chain had come. */
export interface SealGround {
  key: Buffer
  anchorFile: string
}

let held: SealGround | undefined

export function deriveSealKey(masterKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'vigie/audit/seals', 32))
}

/** Called when the house starts. */
export function holdSealGround(ground: SealGround): void {
  held = ground
}

export function sealGround(): SealGround {
  if (!held) throw new Error('the house has not started')
  return held
}
