import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { findAccount } from '#kernel/start/passwd'

const bin = '/usr/lib/postgresql/15/bin'
const superuser = 'boss'
const password = 'secret of the boss'

/** Why there is no PostgreSQL of Debian's to start, or null. */
export function debianPostgresMissing(): string | null {
  return existsSync(join(bin, 'postgres')) ? null : `Debian's postgresql-15 is not installed (${bin})`
}

/** A cluster of Debian's own server in a folder of its own, reached over TCP with a password; it ends with the test. */
export async function startDebianPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-external-'))
  chmodSync(folder, 0o755)
  const account = process.getuid?.() === 0 ? (findAccount('postgres') ?? findAccount('nobody')!) : null
  if (account) chownSync(folder, account.uid, account.gid)
  const who = account ? { uid: account.uid, gid: account.gid } : {}
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o644 })
  const cluster = join(folder, 'cluster')
  const init = ['-D', cluster, '-U', superuser, '-A', 'scram-sha-256', '-E', 'UTF8', '--no-sync']
  const made = spawnSync(join(bin, 'initdb'), [...init, `--pwfile=${passwordFile}`], { ...who, cwd: folder })
  if (made.status !== 0) throw new Error(made.stderr.toString())
  const port = await freePort()
  const args = ['-D', cluster, '-k', folder, '-p', String(port), '-c', 'listen_addresses=127.0.0.1']
  const server = spawn(join(bin, 'postgres'), [...args, '-c', 'fsync=off'], {
    ...who,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(async () => {
    if (server.exitCode === null) {
      server.kill('SIGINT')
      await once(server, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  })
  await accepts(server.stderr)
  return { host: '127.0.0.1', port, user: superuser, password }
}

/** Runs statements as the superuser, who gives others their accounts and databases. */
export async function asSuperuser(server: pg.ClientConfig, ...statements: string[]): Promise<void> {
  const boss = new pg.Client({ database: 'postgres', ...server })
  await boss.connect()
  try {
    for (const statement of statements) await boss.query(statement)
  } finally {
    await boss.end()
  }
}

async function accepts(stderr: NodeJS.ReadableStream): Promise<void> {
  let said = ''
  const lines = createInterface({ input: stderr })
  const ready = new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      said += `${line}\n`
      if (line.includes('ready to accept connections')) resolve()
    })
    lines.once('close', () => reject(new Error(said)))
  })
  return ready
}

async function freePort(): Promise<number> {
  const probe = createServer().listen({ host: '127.0.0.1', port: 0 })
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
