import { request } from 'node:http'
import { hostname } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => {
  house = await startTestHouse({
    VIGIE_URL: 'https://vigie.example.org',
    VIGIE_TRUSTED_PROXIES: '127.0.0.2',
  })
})
afterAll(() => house.stop())

/** `fetch` sets the header itself, so that a name of one's own needs the bare client. */
function ask(path: string, headers: Record<string, string>, from = '127.0.0.1') {
  return new Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }>(
    (resolve, reject) => {
      const asked = request(new URL(path, house.url), { headers, localAddress: from }, async (response) => {
        const text = (await response.toArray()).join('')
        resolve({ status: response.statusCode!, text, headers: response.headers })
      })
      asked.on('error', reject).end()
    },
  )
}

test.each([
  'vigie.example.org',
  'Vigie.Example.org.:443',
  'localhost:8420',
  'vigie.localhost',
  '127.0.0.1',
  '192.0.2.7:9000',
  '[2001:db8::1]:8420',
  hostname(),
])('asked for as %s, Vigie answers', async (host) => {
  expect((await ask('/api/openapi.json', { host })).status).toBe(200)
})

test.each([
  'rebound.example.com',
  'vigie.example.org.example.com:8420',
  'localhost.example.com',
  '127.0.0.1.example.com',
  'somebody@127.0.0.1',
])('asked for as “%s”, it answers nothing that is public', async (host) => {
  for (const path of ['/', '/api/openapi.json', '/api/v1/me', '/api/v1/nothing']) {
    const answer = await ask(path, { host, 'accept-language': 'en' })
    expect(answer.status, path).toBe(421)
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'misdirected-request',
      detail: expect.stringContaining('VIGIE_URL'),
    })
  }
})

test('a balancer and a collector of figures ask under whatever name they have', async () => {
  expect((await ask('/api/health', { host: 'upstream' })).status).toBe(200)
  expect((await ask('/metrics', { host: 'upstream' })).status).toBe(401)
})

test('what a trusted proxy says was asked for counts, and from nobody else', async () => {
  const passed = { host: 'upstream', 'x-forwarded-host': 'vigie.example.org' }
  expect((await ask('/api/openapi.json', passed, '127.0.0.2')).status).toBe(200)
  expect((await ask('/api/openapi.json', passed)).status).toBe(421)
  const rebound = { host: 'vigie.example.org', 'x-forwarded-host': 'rebound.example.com' }
  expect((await ask('/api/openapi.json', rebound, '127.0.0.2')).status).toBe(421)
})

test('an address that is no URL is told so in a problem, with the headers of every answer', async () => {
  const answer = await ask('/api/v1/assets/%zz', { host: 'localhost', 'accept-language': 'en' })
  expect(answer).toMatchObject({
    status: 400,
    headers: {
      'content-type': expect.stringContaining('application/problem+json'),
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    },
  })
  expect(JSON.parse(answer.text)).toMatchObject({ code: 'malformed-request' })
})
