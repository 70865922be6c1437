import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import type { Checkout } from './checkout.ts'
import type { Tools } from './tools.ts'

export interface Product {
  said(): string
  /** That it is well, and that its screens are there. */
  serves(): Promise<void>
  /** Ctrl-C: it ends well, and nothing of it is left. */
  stop(): Promise<void>
  /** kill -9 of what was started: nothing of it is left either. */
  kill(): Promise<void>
}

const readyWithinMs = 300_000
const goneWithinMs = 15_000

/** Types `npm start`, and waits until it says that it is ready. */
export async function startProduct(
  { bin }: Tools,
  { folder }: Checkout,
  env: Record<string, string>,
): Promise<Product> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn('npm', ['start'], {
    cwd: folder,
    // As a terminal does: Ctrl-C goes to all of them.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environment(),
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      VIGIE_LISTEN: `127.0.0.1:${port}`,
      VIGIE_URL: url,
      ...env,
    },
  })
  const ended = once(child, 'close')
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const isOver = () => child.exitCode !== null || child.signalCode !== null

  await until(() => said.includes('Vigie is ready:') || isOver(), readyWithinMs)
  if (isOver() || !said.includes('Vigie is ready:')) {
    if (!isOver()) process.kill(-child.pid!, 'SIGKILL')
    throw new Error(`npm start did not come to be ready:\n${said}`)
  }

  async function end(send: () => void): Promise<void> {
    const all = descendants(child.pid!)
    send()
    await ended
    if (!(await until(() => all.every((pid) => !isAlive(pid)), goneWithinMs)))
      throw new Error(`still running: ${all.filter(isAlive).map(commandOf).join('; ')}`)
  }
  return {
    said: () => said,
    async serves() {
      const health = await fetch(`${url}/api/health`)
      if (health.status !== 200) throw new Error(`health is ${health.status}: ${await health.text()}`)
      const page = await fetch(url)
      if (!/<script/.test(await page.text())) throw new Error('there are no screens')
    },
    async stop() {
      await end(() => process.kill(-child.pid!, 'SIGINT'))
      // Some versions of npm end by the signal themselves, once what they ran has ended.
      const ending = child.signalCode ?? child.exitCode
      if (![0, 130, 'SIGINT'].includes(ending!)) throw new Error(`Ctrl-C ended it with ${ending}:\n${said}`)
    },
    kill: () => end(() => child.kill('SIGKILL')),
  }
}

/** What npm and Node were told for the script that runs this one is not for the one that it starts. */
function environment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(npm_(?!config_)|NODE_|VIGIE_|INIT_CWD$)/.test(name),
  )
  return Object.fromEntries(kept)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function until(holds: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) return false
    await delay(50)
  }
  return true
}

function descendants(pid: number): number[] {
  const children = Map.groupBy(processes(), parentOf)
  const found = [pid]
  for (const one of found) found.push(...(children.get(one) ?? []))
  return found
}

function processes(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => Number.isInteger(pid))
}

/** Of `pid (name) state parent …`; the name may hold anything. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[1] ?? 0)
}

function isAlive(pid: number): boolean {
  const [state] = statOf(pid)
  return state !== undefined && state !== 'Z'
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    return String(pid)
  }
}
