import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/**
 * Programs for the tests that run in a network of their own, where packets are lost without touching the machine's rules:
 * all of 127/8 answers, but for
 *   127.12.0.8, whose answers never come; 127.12.0.9, to which nothing can even be sent;
 *   127.12.0.7, which answers twice.
 * The counter `hasty` counts the requests beyond 100 a second.
 */
const rules = `
table ip apart {
  counter hasty { }
  chain out {
    type filter hook output priority 0
    icmp type echo-request limit rate over 100/second burst 3 packets counter name hasty
    ip daddr 127.12.0.9 drop
    ip daddr 127.12.0.7 icmp type echo-request dup to 127.12.0.7
  }
  chain in {
    type filter hook input priority 0
    ip daddr 127.12.0.8 drop
  }
}
`
const isRoot = process.getuid?.() === 0
const intoNetwork = [
  'unshare',
  isRoot ? '-n' : '-rn',
  'sh',
  '-c',
  `ip link set lo up && printf %s "$APART_RULES" | nft -f - && exec "$0" "$@"`,
]
const environment = { ...process.env, APART_RULES: rules }

/** Whether this machine lets us make such a network. */
export const canBeApart = ended('unshare', [...intoNetwork.slice(1), 'true'])
/** Whether this machine lets us be somebody who is not root. */
export const nobody = ['setpriv', '--reuid=65534', '--clear-groups']
export const canBeNobody = isRoot && ended('setpriv', [...nobody.slice(1), 'true'])

function ended(program: string, args: string[]): boolean {
  return spawnSync(program, args, { env: environment, stdio: 'ignore' }).status === 0
}

export interface Told {
  is: string
  address?: string
  rttMs?: number | null
  count?: number
  message?: string
}

export interface Program {
  process: ChildProcess
  /** Reads on until a line satisfies the test; all that was read since the last call. */
  until(isIt: (told: Told) => boolean): Promise<Told[]>
  /** The pids of its fping processes. */
  fpings(): number[]
  say(line: string): void
}

const prelude = `
import { createInterface } from 'node:readline'
import { createPinger, pingOnce, sweep } from '${new URL('index.ts', import.meta.url).pathname}'
const tell = (told) => console.log(JSON.stringify(told))
const asked = createInterface(process.stdin)
const follow = (intervalMs, timeoutMs) => createPinger({
  intervalMs, timeoutMs, now: () => new Date(),
  onResult: (result) => tell({ is: 'result', ...result }),
  onFault: (fault) => tell({ is: 'fault', ...fault }),
})
`

/** Runs a script that has createPinger, pingOnce, sweep, follow, tell and asked (lines said to it) at hand. */
export function startApart(script: string, before: readonly string[] = intoNetwork): Program {
  const node = [process.execPath, '--input-type=module', '--no-warnings', '-e', prelude + script]
  const [program = '', ...args] = [...before, ...node]
  const child = spawn(program, args, { env: environment, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return {
    process: child,
    async until(isIt) {
      const all: Told[] = []
      for (;;) {
        const line = await lines.next()
        if (line.done) throw new Error(`it ended before that, after ${JSON.stringify(all.slice(-20))}`)
        const told = JSON.parse(line.value) as Told
        all.push(told)
        if (isIt(told)) return all
      }
    },
    fpings: () => fpingsOf(child.pid ?? 0),
    say: (line) => child.stdin.write(`${line}\n`),
  }
}

/** The fping processes whose parent this is. */
export function fpingsOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      const stat = statOf(pid)
      return stat?.name === 'fping' && stat.parent === parent
    })
}

/** Still running: not gone, and not a zombie that nobody has collected yet. */
export function isAlive(pid: number): boolean {
  const stat = statOf(pid)
  return stat !== null && stat.state !== 'Z'
}

function statOf(pid: number): { name: string; state: string; parent: number } | null {
  try {
    const match = /\((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'latin1'))
    return match ? { name: match[1] ?? '', state: match[2] ?? '', parent: Number(match[3]) } : null
  } catch {
    return null
  }
}
