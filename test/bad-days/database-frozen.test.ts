import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder, signIn, startVigie } from './vigie.ts'

const noticedMs = 5_000

test('a database that is frozen is told within seconds, and all is well by itself once it goes on', async () => {
  const data = dataFolder()
  const vigie = await startVigie(data)
  const admin = await signIn(vigie)
  const health = async () => {
    const begun = performance.now()
    const answer = await fetch(new URL('/api/health', vigie.url))
    return {
      status: answer.status,
      body: (await answer.json()) as unknown,
      tookMs: performance.now() - begun,
    }
  }
  expect(await health()).toMatchObject({ status: 200, body: { status: 'ok', wrong: [] } })

  const processes = ofDatabase(data)
  const tell = (signal: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of processes) process.kill(pid, signal)
  }
  tell('SIGSTOP')
  const frozen = performance.now()
  let isFrozen = true
  onTestFinished(() => void (isFrozen && tell('SIGCONT')))
  await expect.poll(async () => (await health()).status, { timeout: noticedMs, interval: 100 }).toBe(503)
  expect(performance.now() - frozen).toBeLessThan(noticedMs)
  const unwell = await health()
  expect(unwell.body).toMatchObject({ status: 'unavailable', wrong: expect.arrayContaining(['database']) })
  expect(unwell.tookMs).toBeLessThan(noticedMs)

  tell('SIGCONT')
  isFrozen = false
  await expect.poll(async () => (await health()).status, { timeout: 2 * noticedMs, interval: 100 }).toBe(200)
  await admin.call('GET /assets')
  expect(await vigie.stop()).toBe(0)
})

/** The postmaster and all that it has started. */
function ofDatabase(data: string): number[] {
  const postmaster = Number(
    readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0],
  )
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8')
      return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]) === postmaster
    } catch {
      return false
    }
  })
  return [postmaster, ...children.map(Number)]
}
