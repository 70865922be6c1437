import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Identity {
  key: string
  /** Its own certificate, and that of who signed it. */
  cert: string
  /** Who signed it: to be trusted by whoever trusts the identity. */
  authority: string
}

interface IdentityWanted {
  names: string
  days: number
  /** A key of RSA in place of a curve. */
  rsaBits?: number
}

/** A certificate for these names, from an authority made for it, good for so many days from now (below 0: expired). */
export function makeIdentity({ names, days, rsaBits }: IdentityWanted): Identity {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-certificates-'))
  const openssl = (...words: string[]) =>
    execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
    openssl(
      'req',
      '-x509',
      ...ec,
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '30',
      '-subj',
      '/CN=Test authority',
    )
    const own = rsaBits ? ['-newkey', `rsa:${rsaBits}`, '-nodes'] : ec
    openssl('req', ...own, '-keyout', 'own.key', '-out', 'own.csr', '-subj', '/CN=Test service')
    writeFileSync(join(folder, 'names'), `subjectAltName=${names}`)
    const sign = ['x509', '-req', '-in', 'own.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial']
    openssl(...sign, '-out', 'own.pem', '-days', String(days), '-extfile', 'names')
    const read = (name: string) => readFileSync(join(folder, name), 'utf8')
    return { key: read('own.key'), cert: read('own.pem') + read('ca.pem'), authority: read('ca.pem') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
