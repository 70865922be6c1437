import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mountPoints, responderTable, RESPONDER, type Override } from './snmpd-overrides.ts'

export type { Override } from './snmpd-overrides.ts'

const SNMPD = '/usr/sbin/snmpd'
const SETPRIV = '/usr/bin/setpriv'

/** Enough for a bare device: system and SNMP groups, users, and what the test overrides. */
const BARE_MODULES =
  'system_mib,sysORTable,snmp_mib,vacm_conf,vacm_vars,vacm_context,usmConf,usmUser,usmStats,' +
  'snmpEngine,snmpMPDStats,pass_persist,pass,override,proxy'

export type SnmpdUser = {
  name: string
  /** snmpd's words: MD5, SHA, SHA-224, SHA-256, SHA-384, SHA-512. Absent: noAuthNoPriv. */
  auth?: string
  authKey?: string
  /** snmpd's words: DES, AES, AES-192, AES-256 (Blumenthal), AES-192-C, AES-256-C. */
  priv?: string
  privKey?: string
}

export type SnmpdOptions = {
  /** A loopback address of the range that the test owns, or ::1. */
  address: string
  /** 161 needs root. */
  port?: number
  /** `public` unless said; null: it speaks version 3 alone. */
  community?: string | null
  users?: SnmpdUser[]
  sysName?: string
  sysDescr?: string
  sysObjectID?: string
  sysLocation?: string
  sysContact?: string
  /** Rows that the device shows besides; with `modules: 'all'` the machine's own tables win over them. */
  overrides?: Override[]
  /** 'bare' (default): system group and overrides only. 'all': also the machine's own interfaces, storage … */
  modules?: 'bare' | 'all'
  /** Hexadecimal, at least 5 octets: two devices with one engine identifier are clones. */
  engineId?: string
  /** More lines of snmpd.conf. */
  lines?: string[]
}

export type Snmpd = {
  address: string
  port: number
  pid: number
  /** Replaces the values of these OIDs (and adds those that lie under the same tables) at once. */
  setValues(overrides: Override[]): Promise<void>
  /** The device falls silent: it answers nothing until `resume`. */
  pause(): void
  resume(): void
  /** Ends the process and removes its folder. May be called twice. */
  stop(): Promise<void>
}

/** Whether this machine has no snmpd: a reason to skip, or null. With CI set it is never a reason. */
export function snmpdMissing(): string | null {
  if (existsSync(SNMPD) || process.env['CI']) return null
  return `${SNMPD} is not installed (Debian package snmpd)`
}

/**
 * Starts Debian's snmpd as a device of its own: own folder, own configuration, own engine identifier.
 * Returns when it listens; throws with what it printed if it does not start.
 */
export async function startSnmpd(options: SnmpdOptions): Promise<Snmpd> {
  if (!existsSync(SNMPD)) throw new Error(`${SNMPD} is not installed (Debian package snmpd)`)
  const folder = await mkdtemp(join(tmpdir(), 'vigie-snmpd-'))
  const port = options.port ?? 161
  folders.add(folder)
  const rows = new Map((options.overrides ?? []).map((row) => [row.oid, row]))
  await mkdir(join(folder, 'state'))
  await writeFile(join(folder, 'responder.pl'), RESPONDER)
  let version = 1
  await writeTable(folder, rows, version)
  await writeFile(join(folder, 'device.conf'), configuration(options, port, folder), { mode: 0o600 })
  const child = spawn(...commandLine(folder, options.modules ?? 'bare'), {
    env: { PATH: process.env['PATH'], SNMP_PERSISTENT_DIR: join(folder, 'state'), MIBS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const exited = once(child, 'exit')
  try {
    await untilListening(child)
  } catch (error) {
    child.kill('SIGKILL')
    await remove(folder)
    throw error
  }
  const isRunning = () => child.exitCode === null && child.signalCode === null
  return {
    address: options.address,
    port,
    pid: child.pid!,
    async setValues(overrides) {
      for (const row of overrides) rows.set(row.oid, row)
      version += 1
      await writeTable(folder, rows, version)
    },
    pause: () => void (isRunning() && child.kill('SIGSTOP')),
    resume: () => void (isRunning() && child.kill('SIGCONT')),
    async stop() {
      if (isRunning()) {
        child.kill('SIGCONT')
        child.kill('SIGTERM')
        const hard = setTimeout(() => child.kill('SIGKILL'), 2000)
        await exited
        clearTimeout(hard)
      }
      await remove(folder)
    },
  }
}

/** What a run that ends by itself, or a test that forgot to stop its device, would leave behind. */
const folders = new Set<string>()
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  folders.delete(folder)
}

function configuration(options: SnmpdOptions, port: number, folder: string): string {
  const host = options.address.includes(':')
    ? `udp6:[${options.address}]:${port}`
    : `udp:${options.address}:${port}`
  const { community = 'public' } = options
  const lines = [`agentaddress ${host}`]
  if (community !== null)
    lines.push(`${options.address.includes(':') ? 'rocommunity6' : 'rocommunity'} ${community}`)
  for (const key of ['sysName', 'sysDescr', 'sysObjectID', 'sysLocation', 'sysContact'] as const) {
    if (options[key] !== undefined) lines.push(`${key} ${options[key]}`)
  }
  if (options.engineId) lines.push(`exactEngineID 0x${options.engineId}`)
  for (const user of options.users ?? []) {
    const auth = user.auth ? ` ${user.auth} "${user.authKey}"` : ''
    const priv = user.priv ? ` ${user.priv} "${user.privKey}"` : ''
    lines.push(`createUser ${user.name}${auth}${priv}`, `rouser ${user.name} noauth`)
  }
  for (const mount of mountPoints(options.overrides ?? [])) {
    lines.push(`pass_persist -p 1 ${mount} /usr/bin/perl ${folder}/responder.pl ${folder}/values`)
  }
  return [...lines, ...(options.lines ?? []), ''].join('\n')
}

/** Dies with its parent where setpriv is there, so that an interrupted test run leaves nothing behind. */
function commandLine(folder: string, modules: 'bare' | 'all'): [string, string[]] {
  const args = ['-f', '-Lo', '-r', '-C', '-c', join(folder, 'device.conf')]
  if (modules === 'bare') args.push('-I', BARE_MODULES)
  if (!existsSync(SETPRIV)) return [SNMPD, args]
  return [SETPRIV, ['--pdeathsig', 'KILL', '--', SNMPD, ...args]]
}

async function writeTable(folder: string, rows: Map<string, Override>, version: number): Promise<void> {
  // A rename, so that the responder never reads half a table; the file's time says to it that this is another one.
  await writeFile(join(folder, 'values.new'), responderTable([...rows.values()]))
  await utimes(join(folder, 'values.new'), version, version)
  await rename(join(folder, 'values.new'), join(folder, 'values'))
}

function untilListening(child: ReturnType<typeof spawn>): Promise<void> {
  let said = ''
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`snmpd does not start: ${said}`)), 10_000)
    const hear = (chunk: Buffer) => {
      // The whole run is drained: a full pipe would stop the daemon.
      if (said.length < 4000) said += chunk.toString()
      if (!said.includes('NET-SNMP version')) return
      clearTimeout(late)
      resolve()
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`snmpd ended with ${code}: ${said}`)))
  })
}
