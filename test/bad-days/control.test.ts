import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { dataFolder, signIn, startVigie } from './vigie.ts'

test('without VIGIE_TEST_CONTROL there is no control socket; with it, it moves the time', async () => {
  const data = dataFolder()
  const plain = await startVigie(data)
  // The socket of PostgreSQL is the postmaster's; Vigie itself listens on its port alone.
  expect(socketsListenedOn(plain.pid)).toEqual([])
  await plain.stop()

  const path = join(data, 'control.sock')
  const forTests = await startVigie(data, { env: { VIGIE_TEST_CONTROL: path } })
  expect(socketsListenedOn(forTests.pid)).toEqual([path])
  const hour = 3_600_000
  const before = await order(path, { do: 'tell-time' })
  const after = await order(path, { do: 'move-clock', ms: hour })
  const moved = Date.parse(String(after['now'])) - Date.parse(String(before['now']))
  expect(moved).toBeGreaterThanOrEqual(hour)
  expect(moved).toBeLessThan(hour + 60_000)
  expect(await order(path, { do: 'anything else' })).toMatchObject({ ok: false })
  await forTests.stop()
}, 60_000)

test('faults planted through it leave nothing half done', async () => {
  const data = dataFolder()
  const path = join(data, 'control.sock')
  const vigie = await startVigie(data, { env: { VIGIE_TEST_CONTROL: path } })
  const admin = await signIn(vigie)
  const { items } = await admin.call('GET /organisations')
  const organisationId = items[0]!.id

  expect(await order(path, { do: 'fail', at: 'nowhere' })).toMatchObject({ ok: false })
  await order(path, { do: 'fail', at: 'write', times: 1 })
  const failed = await admin.send('POST /assets', { organisationId, name: 'sw-1' })
  expect(failed).toMatchObject({ status: 500, body: { code: 'unexpected' } })
  expect((await admin.call('GET /assets')).total).toBe(0)
  expect((await admin.call('GET /journal', { operation: 'assets.create' } as never)).items).toEqual([])

  const asset = await admin.call('POST /assets', { organisationId, name: 'sw-1' })
  await order(path, { do: 'fail', at: 'listener', times: 3 })
  await admin.call('POST /addresses', { assetId: asset.id, address: '127.0.0.1' })
  const checks = async () => (await admin.call('GET /checks', { assetId: asset.id } as never)).total
  // Each try waits longer than the one before.
  await expect.poll(checks, { timeout: 30_000 }).toBe(1)
  expect(vigie.said().match(/a listener failed/g)).toHaveLength(3)
  await vigie.stop()
}, 90_000)

test('a scheduler that stands still is not well, and says so until it runs again', async () => {
  const data = dataFolder()
  const path = join(data, 'control.sock')
  const vigie = await startVigie(data, { env: { VIGIE_TEST_CONTROL: path } })
  const health = async () => (await fetch(`${vigie.url}/api/health`)).status
  expect(await health()).toBe(200)
  await order(path, { do: 'fail', at: 'cycle', times: 1_000_000 })
  await expect.poll(health, { timeout: 40_000, interval: 500 }).toBe(503)
  await order(path, { do: 'fail', at: 'cycle', times: 0 })
  await expect.poll(health, { timeout: 40_000, interval: 500 }).toBe(200)
  await vigie.stop()
}, 120_000)

/** Unix sockets that this process listens on (flag 00010000 of /proc/net/unix, which all its namespace shares). */
function socketsListenedOn(pid: number): string[] {
  const own = new Set(inodesOf(pid))
  return readFileSync(`/proc/${pid}/net/unix`, 'utf8')
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , flags, , , inode]) => flags === '00010000' && own.has(inode!))
    .map((fields) => fields[7] ?? '(unnamed)')
}

function inodesOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    const target = /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))
    return target ? [target[1]!] : []
  })
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

async function order(path: string, what: Record<string, unknown>): Promise<Record<string, unknown>> {
  const socket = createConnection(path)
  socket.write(`${JSON.stringify(what)}\n`)
  for await (const line of createInterface({ input: socket })) {
    socket.destroy()
    return JSON.parse(line) as Record<string, unknown>
  }
  throw new Error('the control socket said nothing')
}
