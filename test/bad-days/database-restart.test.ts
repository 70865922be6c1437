import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expectPromisesKept } from './promises.ts'
import { dataFolder, signIn, startVigie, type Vigie } from './vigie.ts'
import { startWriters } from './writers.ts'

const soonMs = 10_000

test('the database dies under load: what was answered is there once, and Vigie answers again by itself', async () => {
  const data = dataFolder()
  const vigie = await startVigie(data)
  const admin = await signIn(vigie)
  const writers = await startWriters(admin)
  await writers.more(20)
  for (let death = 0; death < 2; death += 1) {
    const unwell = healthBecomes(vigie, 503)
    process.kill(postmaster(data), 'SIGKILL')
    await unwell
    const begun = performance.now()
    await writers.more(20)
    expect(performance.now() - begun).toBeLessThan(soonMs)
    await healthBecomes(vigie, 200)
  }
  await writers.stop()
  await expectPromisesKept(admin, writers)
  for (const refusal of writers.refusals)
    expect(refusal).toMatchObject({
      status: 503,
      code: 'database-unavailable',
      type: expect.stringMatching(/^application\/problem\+json/),
    })
  expect(await vigie.stop()).toBe(0)
})

/** Asked again as soon as it has answered; a line that breaks is a defect here, since Vigie itself goes on. */
async function healthBecomes(vigie: Vigie, wanted: number): Promise<void> {
  const latest = performance.now() + soonMs
  while (performance.now() < latest) {
    const { status } = await fetch(new URL('/api/health', vigie.url))
    if (status === wanted) return
  }
  throw new Error(`health did not become ${wanted} in time:\n${vigie.said()}`)
}

function postmaster(data: string): number {
  return Number(readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}
