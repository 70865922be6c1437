import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { moveClock, now } from './clock.ts'
import { readConfig } from './config.ts'
import { openCertificate, type Certificate } from './tls.ts'

const dayMs = 24 * 60 * 60 * 1000
let movedMs = 0
afterEach(() => {
  moveClock(-movedMs)
  movedMs = 0
})

function daysPass(days: number): void {
  movedMs += days * dayMs
  moveClock(days * dayMs)
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const open = (cwd: string, env: NodeJS.ProcessEnv) =>
  openCertificate(readConfig({ env: { VIGIE_DATA: cwd, ...env }, cwd }))
const everywhere = { VIGIE_LISTEN: ':8420' }

test('on loopback nothing is encrypted', async () => {
  expect(await open(makeFolder(), {})).toBeNull()
})

test('beyond loopback a certificate is made once, for nobody else to read', async () => {
  const folder = makeFolder()
  const first = (await open(folder, everywhere))!
  expect(first).toMatchObject({
    isSelfSigned: true,
    fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
  })
  expect(statSync(join(folder, 'tls/self-signed.pem')).mode & 0o777).toBe(0o600)
  expect(await open(folder, everywhere)).toEqual(first)
})

test.each(['localhost', hostname(), '127.0.0.1', 'vigie.example.org'])(
  'a client that trusts it accepts it for %s',
  async (name) => {
    const url = 'https://vigie.example.org'
    const certificate = (await open(makeFolder(), { ...everywhere, VIGIE_URL: url }))!
    const fingerprint = await fingerprintSeen(certificate, name)
    expect(fingerprint).toBe(certificate.fingerprint)
  },
)

async function fingerprintSeen({ cert, key }: Certificate, servername: string): Promise<string> {
  const server = createServer({ cert, key }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const socket = connect({
    port,
    host: '127.0.0.1',
    ca: cert,
    ...(servername === '127.0.0.1' ? {} : { servername }),
  })
  await once(socket, 'secureConnect')
  const { fingerprint256 } = socket.getPeerCertificate()
  socket.destroy()
  return fingerprint256
}

test('it is renewed a month before it expires, and not earlier', async () => {
  const folder = makeFolder()
  const first = (await open(folder, everywhere))!
  const days = (first.expiresAt.getTime() - now().getTime()) / dayMs
  daysPass(days - 31)
  expect(await open(folder, everywhere)).toEqual(first)
  daysPass(2)
  const second = (await open(folder, everywhere))!
  expect(second.fingerprint).not.toBe(first.fingerprint)
  expect(second.expiresAt.getTime() - first.expiresAt.getTime()).toBeGreaterThan(700 * dayMs)
})

test('it is made afresh for a new public address, and after a crash that cut it short', async () => {
  const folder = makeFolder()
  const first = (await open(folder, everywhere))!
  const second = (await open(folder, { ...everywhere, VIGIE_URL: 'https://vigie.example.org' }))!
  expect(second.fingerprint).not.toBe(first.fingerprint)
  const file = join(folder, 'tls/self-signed.pem')
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 200))
  expect((await open(folder, everywhere))!.isSelfSigned).toBe(true)
})

/** A certificate of somebody else, as two files. */
async function givenFiles(): Promise<{ folder: string; env: NodeJS.ProcessEnv }> {
  const folder = makeFolder()
  const { cert, key } = (await open(makeFolder(), everywhere))!
  writeFileSync(join(folder, 'chain.pem'), cert)
  writeFileSync(join(folder, 'key.pem'), key.slice(key.indexOf('-----BEGIN PRIVATE KEY')))
  return { folder, env: { VIGIE_TLS_CERT: 'chain.pem', VIGIE_TLS_KEY: 'key.pem' } }
}

test('given files are served as they are', async () => {
  const { folder, env } = await givenFiles()
  expect((await open(folder, env))!.cert).toBe(readFileSync(join(folder, 'chain.pem'), 'utf8'))
})

test('given files that cannot serve are refused, each with its reason', async () => {
  const { folder, env } = await givenFiles()
  const other = await givenFiles()
  const reason = (more: NodeJS.ProcessEnv) =>
    open(folder, { ...env, ...more }).then(
      () => 'accepted',
      (error: { code: string; sentence: string }) =>
        `${error.code}: ${error.sentence.replaceAll(folder, '')}`,
    )
  expect(await reason({ VIGIE_TLS_KEY: 'none.pem' })).toBe(
    'start-certificate: /none.pem cannot be read (ENOENT).',
  )
  expect(await reason({ VIGIE_TLS_CERT: 'key.pem' })).toBe(
    'start-certificate: /key.pem holds no certificate in PEM form.',
  )
  expect(await reason({ VIGIE_TLS_KEY: join(other.folder, 'key.pem') })).toMatch(
    /is not that of the certificate/,
  )
  daysPass(900)
  expect(await reason({})).toMatch(/expired on \d{4}-\d{2}-\d{2}/)
})
