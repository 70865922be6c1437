import { X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { hostname, networkInterfaces } from 'node:os'
import { dirname, join } from 'node:path'
import { generate } from 'selfsigned'
import { now } from '#kernel/clock'
import type { Config } from '../config.ts'
import type { Certificate } from './certificate.ts'
import { readCertificate } from './given.ts'

const dayMs = 24 * 60 * 60 * 1000
// Apple's systems refuse more than 825 days, and a person has to accept each new one: as long as may be.
const validDays = 820
const renewDaysBefore = 30

/** The self-signed certificate of the data folder, made or renewed where needed; certificate and key in one file. */
export async function keepSelfSigned(config: Config): Promise<Certificate> {
  const file = join(config.dataFolder, 'tls', 'self-signed.pem')
  const publicHost = new URL(config.url).hostname.replace(/^\[|\]$/g, '')
  if (!existsSync(file) || !isFit(readFileSync(file, 'utf8'), publicHost)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    await make(file, publicHost, config.listen.host)
  }
  return { ...readCertificate(file, file), isSelfSigned: true }
}

/** Fit is what serves for another month and names the public address; further addresses may come and go. */
function isFit(pem: string, publicHost: string): boolean {
  try {
    const certificate = new X509Certificate(pem)
    const isNamed = isIP(publicHost) ? certificate.checkIP(publicHost) : certificate.checkHost(publicHost)
    const renewAt = certificate.validToDate.getTime() - renewDaysBefore * dayMs
    return isNamed !== undefined && now().getTime() < renewAt
  } catch {
    // Cut short by a crash, or edited: made afresh.
    return false
  }
}

async function make(file: string, publicHost: string, listenHost: string): Promise<void> {
  const begin = now()
  const { cert, private: key } = await generate([{ name: 'commonName', value: publicHost.slice(0, 64) }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(begin.getTime() - dayMs),
    notAfterDate: new Date(begin.getTime() + validDays * dayMs),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: names(publicHost, listenHost).map(altName) },
    ],
  })
  // Together in one file, and that renamed into place: a crash cannot leave a key without its certificate.
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, `${cert.trim()}\n${key.trim()}\n`, { mode: 0o600 })
  await rename(unfinished, file)
}

/** Every name and address under which a browser may find this machine. */
function names(publicHost: string, listenHost: string): string[] {
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  const addresses = own.filter(({ address }) => !address.startsWith('fe80:')).map(({ address }) => address)
  const isEvery = listenHost === '::' || listenHost === '0.0.0.0'
  const listened = isEvery ? [hostname(), ...addresses] : [listenHost]
  return [...new Set([publicHost, 'localhost', ...listened])]
}

function altName(name: string): { type: 2; value: string } | { type: 7; ip: string } {
  return isIP(name) ? { type: 7, ip: name } : { type: 2, value: name }
}
