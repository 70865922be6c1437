import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { printTable, seconds } from './stage/figures.ts'
import { emptyFolder } from './stage/product.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const needed = ['package.json', 'package-lock.json', '.npmrc']

/** `npm ci` in a folder apart, twice: as the machine's npm cache is, and again with a cache that has everything. */
export async function run(): Promise<void> {
  const folder = await emptyFolder()
  try {
    for (const file of needed) await cp(join(root, file), join(folder.path, file))
    await mkdir(join(folder.path, 'bin'))
    const first = await install(folder.path)
    const again = await install(folder.path)
    printTable([
      { what: 'npm ci', figure: seconds(first), how: 'with the npm cache as it was' },
      { what: 'npm ci, again', figure: seconds(again), how: 'every package in the cache' },
    ])
  } finally {
    await folder.remove()
  }
}

/** @returns how long it took in ms */
async function install(cwd: string): Promise<number> {
  const began = performance.now()
  const child = spawn('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(said)
  return performance.now() - began
}
