import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { SealGround } from './key.ts'

/** How far the chain had come when it was last noted outside the database. */
export interface Anchor {
  position: number
  hash: Buffer
}

/** Notes the head of the chain in a file: a journal whose end was cut off in the database then shows. */
export async function writeAnchor(ground: SealGround, anchor: Anchor): Promise<void> {
  const said = `${anchor.position} ${anchor.hash.toString('hex')}`
  const partial = `${ground.anchorFile}.new`
  await writeFile(partial, `${said} ${signature(ground, said).toString('hex')}\n`, { mode: 0o600 })
  await rename(partial, ground.anchorFile)
}

/** The head noted last; undefined where none was, `forged` where the file is not ours. */
export async function readAnchor(ground: SealGround): Promise<Anchor | 'forged' | undefined> {
  const text = await readFile(ground.anchorFile, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const [position = '', hash = '', signed = ''] = text.trim().split(' ')
  const expected = signature(ground, `${position} ${hash}`)
  const given = Buffer.from(signed, 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'
  return { position: Number(position), hash: Buffer.from(hash, 'hex') }
}

function signature(ground: SealGround, said: string): Buffer {
  return createHmac('sha256', ground.key).update(`anchor ${said}`).digest()
}
