import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { kilobytes, printTable, seconds } from './stage/figures.ts'
import { emptyFolder } from './stage/product.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Builds the web UI beside the one in use, and weighs the JavaScript that index.html asks for. */
export async function run(): Promise<void> {
  const folder = await emptyFolder()
  try {
    const began = performance.now()
    await build(folder.path)
    const buildMs = performance.now() - began
    const scripts = scriptsOf(folder.path)
    const weigh = (of: (bytes: Buffer) => Buffer) => scripts.reduce((sum, bytes) => sum + of(bytes).length, 0)
    printTable([
      { what: 'build of the web UI', figure: seconds(buildMs) },
      {
        what: 'initial JavaScript',
        figure: `${kilobytes(weigh(brotliCompressSync))} brotli, ${kilobytes(weigh(gzipSync))} gzip`,
        aim: '300 kB',
        how: `${scripts.length} files of index.html: scripts and what they preload`,
      },
    ])
  } finally {
    await folder.remove()
  }
}

async function build(outDir: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, 'build', '--configLoader', 'runner', '--outDir', outDir, '--emptyOutDir']
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  if (child.exitCode !== 0) throw new Error(said)
}

function scriptsOf(folder: string): Buffer[] {
  const index = readFileSync(join(folder, 'index.html'), 'utf8')
  const scripts = [
    ...index.matchAll(/<(?:script|link rel="modulepreload")[^>]* (?:src|href)="\/([^"]+\.js)"/g),
  ]
  return scripts.map(([, path]) => readFileSync(join(folder, path!)))
}
