import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Checkout {
  folder: string
}

/** A clone of what is committed here. */
export async function clone(folder: string): Promise<Checkout> {
  await run('git', ['clone', '--quiet', '--no-hardlinks', root, folder])
  return { folder }
}
