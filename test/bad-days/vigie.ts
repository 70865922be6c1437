import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { client, type Client } from '#test/client'

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const email = 'camille@example.org'
const password = 'a long test password'
const readyMs = 60_000

export interface Vigie {
  url: string
  /** The process that serves, without a launcher before it: what kill -9 hits. */
  pid: number
  said(): string
  /** kill -9. */
  kill(): Promise<void>
  /** @returns the exit code */
  stop(): Promise<number | null>
}

export interface LaunchOptions {
  env?: Record<string, string>
  /** A command in front of Node, such as unshare with its options; it must replace itself by Node. */
  before?: string[]
}

/** A folder for one test's data, removed after it. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bad-day-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the product as a process without waiting for it; the test's end ends it. */
export function launchVigie(data: string, { env = {}, before = [] }: LaunchOptions = {}) {
  const [file, ...args] = [...before, process.execPath, main, 'up']
  const child = spawn(file!, args, {
    cwd: data,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      VIGIE_DATA: data,
      VIGIE_LISTEN: '127.0.0.1:0',
      VIGIE_ADMIN_EMAIL: email,
      VIGIE_ADMIN_PASSWORD: password,
      ...env,
    },
  })
  const ended = once(child, 'close')
  let said = ''
  const heard = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      for (const look of heard) look()
    })
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const end = async (signal: NodeJS.Signals) => {
    if (isRunning()) child.kill(signal)
    await ended
    return child.exitCode
  }
  onTestFinished(() => void end('SIGTERM'))
  return { pid: child.pid!, ended, end, isRunning, said: () => said, heard }
}

/** Starts the product and resolves when it says that it is ready. */
export async function startVigie(data: string, options: LaunchOptions = {}): Promise<Vigie> {
  const vigie = launchVigie(data, options)
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready in time:\n${vigie.said()}`)), readyMs)
    const look = () => {
      const found = /Vigie is ready: (\S+)/.exec(vigie.said())?.[1]
      if (!found) return
      clearTimeout(late)
      vigie.heard.delete(look)
      resolve(found)
    }
    vigie.heard.add(look)
    void vigie.ended.then(() => reject(new Error(`it ended:\n${vigie.said()}`)))
  })
  return {
    url: url.replace('localhost', '127.0.0.1'),
    pid: vigie.pid,
    said: vigie.said,
    kill: async () => void (await vigie.end('SIGKILL')),
    stop: () => vigie.end('SIGTERM'),
  }
}

/** The first administrator, signed in. */
export async function signIn(vigie: Pick<Vigie, 'url'>): Promise<Client> {
  const admin = client(vigie.url)
  await admin.call('POST /sessions', { email, password })
  return admin
}

/** `vigie …` on the same data, beside the one that runs or alone. @returns the exit code and all it said */
export async function vigieCommand(data: string, words: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, ...words], {
    cwd: data,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, VIGIE_DATA: data, ...env },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk))
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'close')
  return { code: child.exitCode, said }
}
