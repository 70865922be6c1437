import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** What database-program.ts prints: where its server runs, or the fault that kept it from starting. */
export type Said = {
  pid: number
  folder: string
  host: string
  said: string[]
  fault?: string
  sentence?: string
}

export type StartOptions = {
  /** A command in front of Node, such as setpriv or unshare with their options. */
  before?: string[]
  program?: string
}

const databaseProgram = fileURLToPath(new URL('database-program.ts', import.meta.url))

/** Starts the program on a data folder and resolves with its first line; the test's end ends it. */
export async function startDatabase(
  dataFolder: string,
  { before = [], program = databaseProgram }: StartOptions = {},
): Promise<{ child: ChildProcess; said: Said }> {
  const [file, ...args] = [...before, process.execPath, program, dataFolder]
  const child = spawn(file!, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: '/' })
  onTestFinished(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGTERM')
    await once(child, 'exit')
  })
  child.stdout!.setEncoding('utf8')
  const [line] = (await once(child.stdout!, 'data')) as [string]
  return { child, said: JSON.parse(line) as Said }
}

/** Whether any process has its working folder here, as all of PostgreSQL's have in their cluster. */
export function isInUse(folder: string): boolean {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && existsSync(`/proc/${name}/fd`))
    .some((pid) => workingFolder(pid)?.startsWith(folder))
}

function workingFolder(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return null
  }
}
