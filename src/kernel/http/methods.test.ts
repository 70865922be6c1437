import { afterAll, beforeAll, expect, test } from 'vitest'
import { nowMs } from '#kernel/clock'
import { adminPassword, startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

test.each([
  ['PUT', '/api/v1/assets', 'GET, HEAD, POST'],
  ['POST', '/api/v1/assets/01a1fec5-8b9e-7dd4-bd54-3cbc47fdc2ab', 'DELETE, GET, HEAD, PATCH'],
  ['GET', '/api/v1/sessions', 'POST'],
  ['DELETE', '/api/health', 'GET, HEAD'],
  ['POST', '/api/docs', 'GET, HEAD'],
])('%s %s is answered 405 with the methods that there are', async (method, path, allow) => {
  const response = await fetch(new URL(path, house.url), {
    method,
    ...(method === 'GET' ? {} : { body: 'no <json>' }),
    headers: { 'content-type': 'text/xml' },
  })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe(allow)
  expect(await response.json()).toMatchObject({ code: 'method-not-allowed' })
})

test('an address that is none is still not found, whatever the method', async () => {
  for (const method of ['GET', 'PUT'])
    expect((await house.admin.send(`${method} /asset`)).status, method).toBe(404)
})

test('a DELETE that names a version deletes no other; a weak tag counts as its version', async () => {
  const { admin, organisationId } = house
  const site = await admin.call('POST /sites', { organisationId, name: 'Brest' })
  const input = { id: site.id, name: 'Brest-Centre' }
  const changed = await admin.send('PATCH /sites/:id', input, { ifMatch: `W/"${site.version}"` })
  expect(changed.status).toBe(200)
  const stale = await admin.send('DELETE /sites/:id', { id: site.id }, { ifMatch: site.version })
  expect(stale).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } })
  expect((await admin.send('GET /sites/:id', { id: site.id })).status).toBe(200)
  expect((await admin.send('DELETE /sites/:id', { id: site.id })).status).toBe(204)
})

test('a fault of the start has its page, and the page of the API is in one language', async () => {
  const get = async (path: string) => {
    const response = await fetch(new URL(path, house.url), { headers: { 'accept-language': 'fr' } })
    return { status: response.status, text: await response.text() }
  }
  expect(await get('/api/problems/start-port-taken')).toMatchObject({
    status: 200,
    text: expect.stringContaining('The port is taken'),
  })
  expect((await get('/api/problems/toString')).status).toBe(404)
  const { text } = await get('/api/docs')
  expect(text).toContain('<html lang="en">')
  expect(text).not.toMatch(/Répond|Droit/)
  expect(text).not.toContain('<pre>{}</pre>')
  expect(text).toContain('unavailable')
})

test('a script is answered in the language that it asks for, else in that of its person', async () => {
  const { secret } = await house.admin.call('POST /me/tokens', {
    name: 'script',
    expiresAt: new Date(nowMs() + 86_400_000).toISOString(),
    password: adminPassword,
  })
  const title = async (headers: Record<string, string>) => {
    const response = await fetch(new URL('/api/v1/assets/nothing', house.url), {
      headers: { authorization: `Bearer ${secret}`, ...headers },
    })
    return response.headers.get('content-language')
  }
  expect(await title({})).toBe('en')
  expect(await title({ 'accept-language': 'fr' })).toBe('fr')
})
