import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createNotices } from '#kernel/jobs/notices'
import { silentLog } from '#kernel/log'
import { client } from '#test/client'
import { startTestHouse, type TestHouse } from '#test/house'
import { hear, type Ear } from '#test/hear'
import { member } from '#test/member'
import { noAccess, type Person } from '../access.ts'
import { defineEvent } from '../events/event.ts'
import { createHub, type Subscriber } from './hub.ts'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house.stop())

test('HEAD of the stream is answered and ends', async () => {
  const response = await fetch(new URL('/api/v1/events', house.url), {
    method: 'HEAD',
    headers: { cookie: house.admin.cookie! },
    signal: AbortSignal.timeout(5_000),
  })
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  const anonymous = await fetch(new URL('/api/v1/events', house.url), { method: 'HEAD' })
  expect(anonymous.status).toBe(401)
})

test('one person opens fifty streams and no more; another person still opens his', async () => {
  const reader = await member(house, 'reader')
  const ears: Ear[] = []
  for (let opened = 0; opened < 50; opened += 1) ears.push(await hear(reader))
  const refused = await reader.send('GET /events')
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
  expect(refused.body.detail).toContain('50')
  expect(refused.headers.get('retry-after')).toBe('15')
  ears.push(await hear(house.admin))

  ears[0]!.close()
  await expect
    .poll(async () => {
      const again = new AbortController()
      const { status } = await fetch(new URL('/api/v1/events', house.url), {
        headers: { cookie: reader.cookie! },
        signal: again.signal,
      })
      again.abort()
      return status
    })
    .toBe(200)
  for (const ear of ears) ear.close()
})

test('where rights move, each session is asked for once, and few at a time', async () => {
  const notices = createNotices(house.database, silentLog)
  const moves = defineEvent('site.created', z.unknown(), 'site.read', { movesRights: true })
  const hub = createHub(house.database, notices, [moves], silentLog)
  let atOnce = 0
  let most = 0
  const asked: string[] = []
  const renewed = Promise.withResolvers<void>()
  const became: string[] = []
  const stream = (session: string): Subscriber => ({
    personId: 'person',
    signedBy: session,
    actor: () => person(session),
    async authenticate() {
      asked.push(session)
      most = Math.max(most, ++atOnce)
      await client(house.url).send('GET /api/health')
      atOnce -= 1
      return person(session)
    },
    become() {
      became.push(session)
      if (became.length === 60) renewed.resolve()
    },
    send: () => undefined,
    resync: () => undefined,
  })
  const sessions = Array.from({ length: 20 }, (_, index) => `session ${index}`)
  for (const session of [...sessions, ...sessions, ...sessions]) hub.subscribe(stream(session))
  const isConnected = new Promise<void>((resolve) => notices.onReconnect(resolve))
  await notices.start()
  await isConnected
  await house.admin.call('POST /sites', { organisationId: house.organisationId, name: 'Brest' })
  await renewed.promise
  await notices.stop()
  expect(asked.toSorted()).toEqual(sessions.toSorted())
  expect(most).toBeLessThanOrEqual(3)
})

function person(session: string): Person {
  return {
    kind: 'person',
    id: 'person',
    name: 'Camille',
    language: 'fr',
    by: { session },
    isLimited: false,
    access: () => noAccess,
    grants: () => '',
  }
}
