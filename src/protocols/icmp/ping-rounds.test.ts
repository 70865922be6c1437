import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { canBeApart, startApart } from './apart.testing.ts'
import { createPinger, pingOnce, sweep, type PingResult } from './index.ts'
import { findMeans, type IcmpMeans } from './means.ts'

const installed = ['/usr/bin/ping', '/bin/ping'].find((path) => existsSync(path))
/** A user's machine may have none; under CI that is a failure, not a reason to skip. */
const isMissing = installed === undefined && !process.env['CI']
const folder = mkdtempSync(join(tmpdir(), 'vigie-ping-'))
let means: IcmpMeans

beforeAll(() => {
  if (isMissing) return
  if (!installed) throw new Error('ping is not installed (Debian package iputils-ping)')
  symlinkSync(installed, join(folder, 'ping'))
  means = findMeans([folder])
})

afterAll(() => rmSync(folder, { recursive: true }))

test.skipIf(isMissing)('ping is found where fping is not, and nothing where nothing is', () => {
  expect(means).toMatchObject({ way: 'ping', missing: 'fping-not-installed', program: join(folder, 'ping') })
  expect(findMeans(['/nowhere'])).toMatchObject({ way: 'none', missing: 'fping-not-installed', program: '' })
})

test('an fping that may not open sockets is not used', () => {
  const forbidden = mkdtempSync(join(folder, 'forbidden-'))
  writeFileSync(join(forbidden, 'fping'), '#!/bin/sh\nexit 4\n', { mode: 0o755 })
  expect(findMeans([forbidden])).toMatchObject({ way: 'none', missing: 'fping-not-permitted' })
})

test.skipIf(isMissing)('one ping gives its round trip', async () => {
  expect(await pingOnce('127.12.0.1', { timeoutMs: 1_000, means })).toBeGreaterThan(0)
})

test.skipIf(isMissing)('a sweep yields those that answer, at its pace', async () => {
  const addresses = Array.from({ length: 20 }, (_, index) => `127.12.30.${index}`)
  const began = performance.now()
  const answers: string[] = []
  let asked = 0
  const options = {
    means,
    packetsPerSecond: 40,
    timeoutMs: 2_000,
    onAsked: (count: number) => (asked = count),
  }
  for await (const { address } of sweep(addresses, options)) answers.push(address)
  expect(performance.now() - began).toBeGreaterThan(19 * 25)
  expect(answers.toSorted()).toEqual(addresses.toSorted())
  expect(asked).toBe(20)
})

test.skipIf(isMissing || !canBeApart)(
  'an address that is silent is lost, and one that answers is not',
  async () => {
    const program = startApart(`
    const means = { way: 'ping', missing: null, program: ${JSON.stringify(installed)}, setpriv: null }
    const rttMs = await Promise.all(['127.12.0.1', '127.12.0.8', '127.12.0.9']
      .map((address) => pingOnce(address, { timeoutMs: 500, means })))
    tell({ is: 'once', message: rttMs.map((rtt) => (rtt === null ? 'lost' : 'there')).join() })
  `)
    const [told] = await program.until(({ is }) => is === 'once')
    expect(told?.message).toBe('there,lost,lost')
  },
)

test.skipIf(isMissing)('a changing set is followed', async () => {
  const results: PingResult[] = []
  const pinger = createPinger({
    means,
    intervalMs: 300,
    timeoutMs: 300,
    now: () => new Date(),
    onResult: (result) => results.push(result),
  })
  const told = (address: string) => results.filter((result) => result.address === address).length
  const wait = (isIt: () => boolean) => vi.waitFor(() => expect(isIt()).toBe(true), { timeout: 10_000 })
  try {
    expect([pinger.way, pinger.missing]).toEqual(['ping', 'fping-not-installed'])
    pinger.set(['127.12.0.1', '127.12.0.2'])
    await wait(() => told('127.12.0.1') >= 2 && told('127.12.0.2') >= 2)
    pinger.set(['127.12.0.2', '127.12.0.3'])
    const before = told('127.12.0.1')
    await wait(() => told('127.12.0.3') >= 2)
    expect(told('127.12.0.1')).toBe(before)
  } finally {
    await pinger.close()
  }
})
