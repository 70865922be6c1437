import { readdirSync, readFileSync } from 'node:fs'

/** clock_t of /proc/PID/stat: 100 a second on every Linux that Node runs on (sysconf(_SC_CLK_TCK)). */
const ticksPerSecond = 100

interface Process {
  pid: number
  parent: number
  name: string
  cpuMs: number
}

/** A process and all that it has started, directly or not. */
export function treeOf(root: number): Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? readProcess(Number(name)) : []))
  const found = all.filter(({ pid }) => pid === root)
  for (const known of found) found.push(...all.filter(({ parent }) => parent === known.pid))
  return found
}

/** Proportional set size: memory that several processes share is counted once among them. */
export function memoryOf(processes: readonly Process[]): number {
  return processes.reduce((sum, { pid }) => sum + pssOf(pid), 0)
}

/** Processor time that the tree has used so far, ended children (waited for) included, in milliseconds. */
export function cpuMsOf(processes: readonly Process[]): number {
  return processes.reduce((sum, { cpuMs }) => sum + cpuMs, 0)
}

// proc(5): after the name in brackets come state and parent; utime, stime, cutime and cstime are fields 14 to 17.
function readProcess(pid: number): Process[] {
  const text = read(`/proc/${pid}/stat`)
  if (!text) return []
  const end = text.lastIndexOf(')')
  const fields = text.slice(end + 2).split(' ')
  const ticks = fields.slice(11, 15).reduce((sum, value) => sum + Number(value), 0)
  return [
    {
      pid,
      parent: Number(fields[1]),
      name: text.slice(text.indexOf('(') + 1, end),
      cpuMs: (ticks * 1_000) / ticksPerSecond,
    },
  ]
}

function pssOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1]
  return Number(kilobytes ?? 0) * 1_024
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process ended meanwhile.
    return ''
  }
}
