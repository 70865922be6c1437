import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { client } from '#test/client'
import { expectPromisesKept } from './promises.ts'
import { dataFolder, launchVigie, signIn, startVigie, vigieCommand } from './vigie.ts'
import { startWriters } from './writers.ts'

test('kill -9 during writes: the next start works, what was answered is there, the journal holds', async () => {
  const data = dataFolder()
  const first = await startVigie(data)
  const writers = await startWriters(await signIn(first))
  await writers.more(40)
  await first.kill()
  await writers.stop()

  const second = await startVigie(data)
  const admin = await signIn(second)
  await expectPromisesKept(admin, writers)
  const after = await startWriters(admin)
  await after.more(5)
  await after.stop()
  const verdict = await vigieCommand(data, ['audit', 'verify'])
  expect(verdict).toMatchObject({ code: 0, said: expect.stringContaining('The journal holds') })
  expect(await second.stop()).toBe(0)
}, 60_000)

/** Moments of a first start, each a sign that can be waited for, and how long after it the blow falls. */
const moments: [string, (data: string) => boolean, number][] = [
  ['while the cluster is being made', (data) => existsSync(join(data, 'postgres')), 200],
  ['as the database comes up', isUp, 0],
  ['150 ms later, in its migrations', isUp, 150],
  ['400 ms later', isUp, 400],
]

test.each(moments)(
  'kill -9 of a first start %s: the next start works',
  async (_moment, sign, laterMs) => {
    const data = dataFolder()
    const first = launchVigie(data)
    await expect.poll(() => sign(data), { timeout: 30_000, interval: 5 }).toBe(true)
    // A blow at a time, not a wait for something: wherever it falls, the next start must work.
    await new Promise((resolve) => setTimeout(resolve, laterMs))
    expect(first.isRunning(), first.said()).toBe(true)
    await first.end('SIGKILL')

    const second = await startVigie(data)
    expect((await client(second.url).send('GET /api/health')).status).toBe(200)
    await (await signIn(second)).call('GET /sites')
    expect(await second.stop()).toBe(0)
  },
  60_000,
)

function isUp(data: string): boolean {
  return existsSync(join(data, 'postgres/.s.PGSQL.5432'))
}
