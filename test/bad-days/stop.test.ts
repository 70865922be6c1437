import { once } from 'node:events'
import { get } from 'node:http'
import { connect } from 'node:net'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { connectionToRunning } from '#kernel/database/embedded'
import { dataFolder, signIn, startVigie } from './vigie.ts'

/** Well within what systemd waits for (90 seconds), and before a statement of a request is given up. */
const soonMs = 25_000

test('it stops although streams are open, nobody reads one, and the database answers nobody', async () => {
  const data = dataFolder()
  const vigie = await startVigie(data)
  const admin = await signIn(vigie)
  const stream = get(new URL('/api/v1/events', vigie.url), { headers: { cookie: admin.cookie! } })
  stream.on('error', () => undefined)
  await once(stream, 'response')
  const idle = connect(Number(new URL(vigie.url).port), '127.0.0.1').on('error', () => undefined)
  await once(idle, 'connect')

  const blocker = new pg.Client(connectionToRunning(data)!('vigie_owner'))
  blocker.on('error', () => undefined)
  onTestFinished(() => blocker.end().catch(() => undefined))
  await blocker.connect()
  await blocker.query(
    'begin; lock table kernel.outbox, identity.people, identity.sessions in access exclusive mode',
  )
  // Cycles, a request and a stream that is not opened yet wait for the lock.
  const waiting = admin.send('POST /sites', {}).catch(() => 'cut')
  const late = get(new URL('/api/v1/events', vigie.url), { headers: { cookie: admin.cookie! } })
  late.on('error', () => undefined)
  await expect
    .poll(async () => {
      const { rows } = await blocker.query(`select from pg_locks where not granted`)
      return rows.length
    })
    .toBeGreaterThan(1)

  const begun = performance.now()
  expect(await vigie.stop()).toBe(0)
  expect(performance.now() - begun).toBeLessThan(soonMs)
  expect(await waiting).toBe('cut')
})
