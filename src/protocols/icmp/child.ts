import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { IcmpMeans } from './means.ts'

export interface ChildEnd {
  /** Null when a signal ended it or when it could not be started. */
  code: number | null
  /** What it, or the system, said of its trouble; one line at most. */
  message: string
}

export interface RunningChild {
  readonly pid: number | undefined
  /** Resolves once the process is gone, whatever happened; never rejects. */
  readonly ended: Promise<ChildEnd>
  /** SIGTERM, and SIGKILL for what does not listen. */
  stop(): void
}

const patienceMs = 2_000
const errorTextLimit = 2_000

/**
 * Starts the program of these means, feeds it the text and hands on each line it writes.
 * It must not outlive us: `setpriv` has the kernel end it with its parent. The kernel forgets that wish when a
 * program with file capabilities (Debian's fping, run by an ordinary user) starts; then its next line ends it, with
 * SIGPIPE.
 */
export function startChild(
  means: IcmpMeans,
  args: readonly string[],
  input: string,
  onLine: (line: string) => void,
): RunningChild {
  const guard = means.setpriv ? [means.setpriv, '--pdeathsig=TERM'] : []
  const [program = means.program, ...before] = [...guard, means.program]
  const child: ChildProcess = spawn(program, [...before, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    cwd: '/',
    env: { LC_ALL: 'C' },
  })
  // Streams are missing when not even their pipes could be made (EMFILE); the error event follows.
  if (child.stdout) readLines(child.stdout, onLine)
  let errors = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    if (errors.length < errorTextLimit) errors += text
  })
  // A child that dies before it has read its input; how it ended says why.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)

  let killing: NodeJS.Timeout | undefined
  const ended = new Promise<ChildEnd>((resolve) => {
    child.once('error', (error) => resolve({ code: null, message: error.message }))
    child.once('close', (code, signal) => {
      clearTimeout(killing)
      resolve({ code, message: signal ? `ended by ${signal}` : firstLine(errors) })
    })
  })
  return {
    pid: child.pid,
    ended,
    stop() {
      if (killing || child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      killing = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    },
  }
}

function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = ''
  stream.setEncoding('latin1').on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  })
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
