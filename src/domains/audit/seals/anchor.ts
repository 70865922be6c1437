import { createHmac, timingSafeEqual } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { SealGround } from './key.ts'

/** How far the chain had come when it was last noted outside the database. */
export interface Anchor {
  position: number
  hash: Buffer
}

/** What is there instead of a note: no file, one that cannot be read, or one that is not ours. */
export type NoAnchor = 'missing' | 'unreadable' | 'forged'

/** Notes the head of the chain in a file: a journal whose end was cut off in the database then shows. */
export async function writeAnchor(ground: SealGround, anchor: Anchor): Promise<void> {
  const said = `${anchor.position} ${anchor.hash.toString('hex')}`
  const partial = `${ground.anchorFile}.new`
  const text = `${said} ${signature(ground, said).toString('hex')}\n`
  // A note that a power cut left empty would look like a forged one.
  await writeFile(partial, text, { mode: 0o600, flush: true })
  await rename(partial, ground.anchorFile)
}

/** The head noted last, or what is there instead. */
export async function readAnchor(ground: SealGround): Promise<Anchor | NoAnchor> {
  const text = await readFile(ground.anchorFile, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? null : undefined,
  )
  if (text === null) return 'missing'
  if (text === undefined) return 'unreadable'
  const [position = '', hash = '', signed = ''] = text.trim().split(' ')
  const expected = signature(ground, `${position} ${hash}`)
  const given = Buffer.from(signed, 'hex')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'forged'
  return { position: Number(position), hash: Buffer.from(hash, 'hex') }
}

function signature(ground: SealGround, said: string): Buffer {
  return createHmac('sha256', ground.key).update(`anchor ${said}`).digest()
}
