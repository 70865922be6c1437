import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { expect, test } from 'vitest'
import { expectPromisesKept } from './promises.ts'
import { dataFolder, signIn, startVigie } from './vigie.ts'
import { startWriters } from './writers.ts'

/** A disk of its own for the data, seen by this program alone. */
const onSmallDisk = [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'mount -t tmpfs -o size=220m,mode=755 vigie "$VIGIE_DATA" && exec "$@"',
  'sh',
]

test('a full disk: writes say so, nothing is half-written, and with space again they work again', async ({
  skip,
}) => {
  const missing = whatIsMissing()
  if (missing && process.env.CI) throw new Error(missing)
  skip(missing !== null, missing ?? '')
  const data = dataFolder()
  const vigie = await startVigie(data, { before: onSmallDisk })
  const admin = await signIn(vigie)
  const writers = await startWriters(admin)
  await writers.more(20)

  const filler = `/proc/${vigie.pid}/root${data}/filler`
  fill(filler)
  for (let count = 0; count < 20; count += 1) await writers.refused()
  rmSync(filler)
  await writers.more(20)
  await writers.stop()

  for (const refusal of writers.refusals)
    expect(refusal).toMatchObject({
      status: expect.toSatisfy((status) => status === 507 || status === 503),
      code: expect.stringMatching(/^(disk-full|database-unavailable)$/),
      type: expect.stringMatching(/^application\/problem\+json/),
    })
  await expectPromisesKept(admin, writers)
  const sites = await admin.call('GET /sites', { limit: 1 })
  const entries = await admin.call('GET /journal', { operation: ['sites.create'], limit: 1 } as never)
  expect(entries.total, 'sites and their journal entries').toBe(sites.total)
  expect(await vigie.stop()).toBe(0)
}, 90_000)

function whatIsMissing(): string | null {
  if (process.getuid?.() !== 0) return 'a disk of its own needs root'
  const tried = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'vigie', '/mnt'])
  return tried.status === 0 ? null : 'this machine lets nobody mount a disk of its own'
}

/** Takes every byte that is left. */
function fill(path: string): void {
  const file = openSync(path, 'w')
  try {
    for (let size = 1 << 20; size >= 4_096; size >>= 1) writeUntilFull(file, Buffer.alloc(size))
  } finally {
    closeSync(file)
  }
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    for (;;) writeSync(file, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}
