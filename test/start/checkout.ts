import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A src/main.ts that tells what it was given instead of being Vigie, and runs as long as a service would. */
const tellingMain = `
import { onStopRequest } from './kernel/start/stop-request.ts'
const [command, ...rest] = process.argv.slice(2)
const cache = process.env.NODE_COMPILE_CACHE
console.log(JSON.stringify({ args: process.argv.slice(2), node: process.version, cwd: process.cwd(), cache, pid: process.pid }))
if (command === 'exit') process.exit(Number(rest[0]))
if (command === 'kill') process.kill(process.pid, rest[0])
if (command === 'up') {
  const alive = setInterval(() => {}, 1000)
  onStopRequest(
    () => { console.log('asked to stop'); setTimeout(() => clearInterval(alive), Number(process.env.STOP_MS ?? 0)) },
    () => { console.log('forced'); process.exit(130) },
  )
}
`

/** The launcher in a checkout of its own, with that main and whatever files a test adds. */
export function makeCheckout(files: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-launcher-'))
  chmodSync(folder, 0o755)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['bin', 'src/kernel/start', 'package.json', 'package-lock.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true })
  }
  const all = { 'src/main.ts': tellingMain, 'dist/web/index.html': 'built before', ...files }
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** The packages that are installed here, as if they had been installed there. */
export function linkPackages(checkout: string): void {
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
}

export type Running = {
  child: ChildProcess
  output(): string
  ended: Promise<{ code: number | null; signal: string | null }>
}

/** Starts a command in the checkout; `output` is all it has said so far on both streams. */
export function start(cwd: string, command: string[], env: NodeJS.ProcessEnv = {}): Running {
  const [file, ...args] = command
  const child = spawn(file!, args, {
    cwd,
    env: { ...environment(), ...env },
    stdio: 'pipe',
  })
  let said = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }))
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
    await ended
  })
  return { child, output: () => said, ended }
}

/** The launcher’s own environment, without what npm and Vitest put into ours. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|VITEST|TEST$)/.test(name)),
  )
}
