import { basename } from 'node:path'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** The process that listens on a TCP port, or null where the system does not tell us (another user's process). */
export function portHolder(port: number): { pid: number; name: string } | null {
  const sockets = new Set(['/proc/net/tcp', '/proc/net/tcp6'].flatMap((table) => listeners(table, port)))
  if (sockets.size === 0) return null
  const pid = list('/proc').find((name) => /^\d+$/.test(name) && holdsOne(name, sockets))
  if (pid === undefined) return null
  return { pid: Number(pid), name: nameOf(pid) }
}

/** Node calls every program's first thread the same; a Vigie is known by what it was started with. */
function nameOf(pid: string): string {
  const [program = '', ...args] = read(`/proc/${pid}/cmdline`).split('\0')
  const isVigie = args.some((word) => word.endsWith('/main.ts') && args.includes('up'))
  if (isVigie) return 'Vigie'
  const name = read(`/proc/${pid}/comm`).trim()
  return (name === 'MainThread' ? basename(program) : name) || 'a program'
}

/** The inodes of the listening sockets in a table of proc(5), which writes ports and states in hexadecimal. */
function listeners(table: string, port: number): string[] {
  const listening = '0A'
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`
  return read(table)
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) && fields[3] === listening)
    .map((fields) => `socket:[${fields[9]}]`)
}

function holdsOne(pid: string, sockets: Set<string>): boolean {
  return list(`/proc/${pid}/fd`).some((descriptor) => sockets.has(link(`/proc/${pid}/fd/${descriptor}`)))
}

// Processes end while we look, and others' are closed to us: both simply are not the answer.
const list = (folder: string): string[] => orElse(() => readdirSync(folder), [])
const read = (file: string): string => orElse(() => readFileSync(file, 'utf8'), '')
const link = (file: string): string => orElse(() => readlinkSync(file), '')

function orElse<Value>(look: () => Value, otherwise: Value): Value {
  try {
    return look()
  } catch {
    return otherwise
  }
}
