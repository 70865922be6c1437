import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { addAsset, until } from './device.ts'
import { follow } from './follow.ts'
import { endSilence, silence, silenceMissing } from './silence.ts'

let house: TestHouse
let folder: string
const workers: ChildProcess[] = []

beforeAll(async () => {
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  folder = await mkdtemp(join(tmpdir(), 'vigie-worker-'))
})
afterAll(async () => {
  for (const worker of workers) await kill(worker)
  await house.stop()
  endSilence()
  await rm(folder, { recursive: true, force: true })
})

/** A worker as a process of its own, on the house's database. */
function startWorker(): ChildProcess {
  const { host, port, superuser } = inject('postgres')
  const worker = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../src/main.ts', import.meta.url)), 'up'],
    {
      env: {
        PATH: process.env.PATH,
        VIGIE_DATA: join(folder, `worker-${workers.length}`),
        VIGIE_ROLES: 'worker',
        VIGIE_LISTEN: '127.0.0.1:0',
        VIGIE_MASTER_KEY: Buffer.alloc(32).toString('base64'),
        DATABASE_URL: `postgresql://${superuser}@localhost:${port}/${house.databaseName}?host=${encodeURIComponent(host)}`,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
  workers.push(worker)
  return worker
}

async function kill(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const gone = once(worker, 'exit')
  worker.kill('SIGKILL')
  await gone
}

const health = () => house.admin.call('GET /supervision/health', {})
const shares = async () =>
  (await health()).workers.map(({ assets }) => assets).toSorted((one, other) => one - other)

const assets = 6

test.skipIf(silenceMissing())(
  'workers share the assets; one that is killed or stands still is replaced',
  { timeout: 120_000 },
  async () => {
    const { admin } = house
    const ids: string[] = []
    for (let index = 1; index <= assets; index += 1)
      ids.push(await addAsset(house, `device ${index}`, `127.21.1.${index}`))
    const first = startWorker()
    startWorker()
    await until(async () => JSON.stringify(await shares()) === '[3,3]')

    // The first is killed: within ten seconds the other measures everything, and sees what dies.
    await kill(first)
    const killed = performance.now()
    await until(async () => JSON.stringify(await shares()) === `[${assets}]` && (await health()).unheld === 0)
    expect(performance.now() - killed).toBeLessThan(10_000)
    const events = await follow(admin)
    const restores = [1, assets].map((index) => silence(`127.21.1.${index}`))
    for (const id of [ids[0], ids.at(-1)])
      await events.next('alert.opened', (payload) => payload.assetId === id && payload.rule === 'ping.lost')
    for (const restore of restores) restore()
    for (const id of [ids[0], ids.at(-1)])
      await events.next('alert.closed', (payload) => payload.assetId === id)

    // A third joins; the second stands still, and finds itself replaced when it goes on.
    const third = startWorker()
    await until(async () => JSON.stringify(await shares()) === '[3,3]')
    third.kill('SIGSTOP')
    await until(async () => (await health()).workers.length === 1)
    third.kill('SIGCONT')
    await until(async () => JSON.stringify(await shares()) === '[3,3]')
    expect((await health()).unheld).toBe(0)
    expect(events.said('alert.opened')).toHaveLength(2)
    events.close()
  },
)
