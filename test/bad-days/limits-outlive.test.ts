import { expect, test } from 'vitest'
import { dataFolder, signIn, startVigie } from './vigie.ts'

const mostMails = 60

test('what may be done so often within an hour is counted on after a start', async () => {
  const data = dataFolder()
  const first = await startVigie(data)
  const admin = await signIn(first)
  const invite = (at: number, by = admin) =>
    by.send('POST /people', { name: `Invité ${at}`, email: `invited-${at}@example.org` })
  for (let at = 0; at < mostMails; at += 1) expect((await invite(at)).status).toBe(201)
  expect((await invite(mostMails)).status).toBe(429)
  await first.stop()
  const second = await startVigie(data)
  const waiting = await invite(mostMails, await signIn(second))
  expect(waiting).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
  expect(Number(waiting.headers.get('retry-after'))).toBeGreaterThan(3_000)
  expect(await second.stop()).toBe(0)
})
