import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'

const DNSMASQ = '/usr/sbin/dnsmasq'

export interface Dnsmasq {
  address: string
  port: number
  /** Falls silent until `resume`. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/** Whether this machine has no dnsmasq: a reason to skip, or null. With CI set it is never a reason. */
export function dnsmasqMissing(): string | null {
  if (existsSync(DNSMASQ) || process.env.CI) return null
  return `${DNSMASQ} is not installed (Debian package dnsmasq-base)`
}

/**
 * A real name server on loopback, for the names in `lines` alone (dnsmasq's own words, without `--`:
 * `host-record=www.example.org,192.0.2.1`); every other name is refused.
 */
export async function startDnsmasq(
  address: string,
  port: number,
  lines: readonly string[],
): Promise<Dnsmasq> {
  const words = [
    '--keep-in-foreground',
    '--no-resolv',
    '--no-hosts',
    '--conf-file=/dev/null',
    '--bind-interfaces',
    '--user=root',
    '--pid-file=',
    '--log-facility=-',
    `--listen-address=${address}`,
    `--port=${port}`,
    ...lines.map((line) => `--${line}`),
  ]
  const child = spawn(DNSMASQ, words, { stdio: ['ignore', 'ignore', 'pipe'] })
  const exited = once(child, 'exit')
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (/started, version/.test(said)) resolve()
    })
    child.once('exit', () => reject(new Error(`dnsmasq did not start: ${said}`)))
  })
  return {
    address,
    port,
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    async stop() {
      child.kill('SIGKILL')
      await exited
    },
  }
}
