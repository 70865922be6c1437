import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Product {
  url: string
  /** The one-time link that the first start printed. */
  link: string | undefined
  folder: string
  pid: number
  /** As Ctrl-C does. @returns the exit code */
  interrupt(): Promise<number | null>
  /** Runs a command of `vigie` on the same data. */
  vigie(...words: string[]): Promise<{ code: number | null; output: string }>
  stop(): Promise<void>
}

const bin = fileURLToPath(new URL('../../../bin/vigie', import.meta.url))
// A first start builds the screens too.
const readyMs = 150_000

/** Starts the product as a person does, in an empty folder of its own, on a port that the system chooses. */
export async function startProduct(more: Record<string, string> = {}): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'vigie-day-'))
  // Open to pass through: the database then lies in it, also as root, and goes with it.
  await chmod(folder, 0o755)
  const environment = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    VIGIE_DATA: join(folder, 'data'),
    VIGIE_LISTEN: '127.0.0.1:0',
    ...more,
  }
  const child = spawn(process.execPath, [bin, 'up'], {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  const said: string[] = []
  let url: string | undefined
  let link: string | undefined
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time:\n${said.join('\n')}`)), readyMs)
    const ready = () => {
      if (!url) return
      clearTimeout(late)
      // The link is said right after; a start that is not the first says none.
      setTimeout(resolve, 200)
    }
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line)
      url ??= /Vigie is ready: (\S+)/.exec(line)?.[1]
      link ??= /(http\S+#\S+)/.exec(line)?.[1]
      ready()
    })
    createInterface({ input: child.stderr }).on('line', (line) => said.push(line))
    child.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${said.join('\n')}`)))
  })
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return {
    url: url!,
    link,
    folder,
    pid: child.pid!,
    async interrupt() {
      child.kill('SIGINT')
      await exited
      return child.exitCode
    },
    vigie: (...words) => runVigie(words, folder, environment),
    async stop() {
      if (isRunning()) {
        child.kill('SIGTERM')
        await exited
      }
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function runVigie(words: string[], cwd: string, env: Record<string, string | undefined>) {
  const child = spawn(process.execPath, [bin, ...words], {
    cwd,
    env: env as Record<string, string>,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  await once(child, 'close')
  return { code: child.exitCode, output }
}
