import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '../house.ts'
import { inputSchema } from '../sample.ts'

/** What a page of another site can make a browser send. */
let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

const post = (path: string, headers: Record<string, string>, body = '{}') =>
  fetch(`${house.url}/api/v1${path}`, { method: 'POST', headers, body })

test('a form of another site signs nobody in: neither its type nor its address is taken', async () => {
  const credentials = '/sessions?email=a%40example.org&password=something'
  const asText = await post(credentials, { 'content-type': 'text/plain' }, '=')
  expect([asText.status, (await asText.json()).code]).toEqual([415, 'unsupported-media-type'])
  const asJson = await post(credentials, { 'content-type': 'application/json' })
  expect([asJson.status, (await asJson.json()).code]).toEqual([400, 'malformed-request'])
})

test('no write of fields takes them from its address', async () => {
  const wrong: string[] = []
  for (const operation of house.operations) {
    if (/^(GET|DELETE) /.test(operation.route) || operation.consumes) continue
    const [field] = Object.keys(inputSchema(operation).properties ?? {}).filter(
      (name) => !operation.route.includes(`:${name}`),
    )
    const path = operation.route.split(' ')[1]!.replaceAll(/:\w+/g, '00000000-0000-7000-8000-000000000000')
    const { status } = await fetch(`${house.url}/api/v1${path}?${field ?? 'x'}=1`, {
      method: operation.route.split(' ')[0]!,
      headers: {
        cookie: house.admin.cookie ?? '',
        'x-vigie-request': '1',
        'content-type': 'application/json',
      },
      body: '{}',
    })
    if (status !== 400) wrong.push(`${operation.name}: ${status}`)
  }
  expect(wrong).toEqual([])
})

test.each<[string, Record<string, string>, number]>([
  ['of another site, in the browser’s words', { 'sec-fetch-site': 'cross-site' }, 403],
  ['of another name', { origin: 'https://evil.example' }, 403],
  ['of a page without a name', { origin: 'null' }, 403],
  ['of a neighbour', { 'sec-fetch-site': 'same-site', origin: 'http://other.example' }, 403],
  ['of our own page', { 'sec-fetch-site': 'same-origin', origin: 'https://behind.a.proxy' }, 401],
  ['of a script', {}, 401],
])('a sign-in %s', async (_, headers, status) => {
  const body = JSON.stringify({ email: 'nobody@example.org', password: 'not a password of anybody' })
  const answer = await post('/sessions', { 'content-type': 'application/json', ...headers }, body)
  expect(answer.status).toBe(status)
})

test('a type that the operation does not take is refused', async () => {
  const headers = { cookie: house.admin.cookie ?? '', 'x-vigie-request': '1' }
  const csv = await post('/sites', { ...headers, 'content-type': 'text/csv' }, 'name\nBrest\n')
  expect(csv.status).toBe(415)
})
