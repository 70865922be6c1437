import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTls } from 'node:tls'
import type { AddressInfo, Server as Plain } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dnsmasqMissing, startDnsmasq } from '#test/daemons/dnsmasq'
import { startTestHouse, type TestHouse } from '#test/house'
import { personWith } from '#test/people'
import { makeIdentity } from '#protocols/services/certificates.testing'
import { addAsset } from './device.ts'
import { follow, type Followed } from './follow.ts'

const address = '127.21.9.1'
let house: TestHouse
let events: Followed
let assetId = ''
const servers: Plain[] = []
beforeAll(async () => {
  house = await startTestHouse()
  events = await follow(house.admin)
  assetId = await addAsset(house, 'srv-web-1', address)
})
afterAll(async () => {
  await house?.stop()
  for (const server of servers) server.close()
})

async function listening(server: Plain): Promise<number> {
  servers.push(server)
  await once(server.listen(0, address), 'listening')
  return (server.address() as AddressInfo).port
}
const serve = (answer: RequestListener) => listening(createServer(answer) as Server)

function add(template: string, settings: Record<string, unknown>, more: Record<string, unknown> = {}) {
  return house.admin.call('POST /checks', { assetId, template, settings, intervalS: 5, ...more } as never)
}
const of = (component: string, rule: string) => (payload: Record<string, unknown>) =>
  payload.component === component && payload.rule === rule
const alerts = async (rule: string) =>
  (await house.admin.call('GET /alerts', { isOpen: 'true' } as never)).items.filter(
    (one) => one.rule === rule,
  )

describe('a check that a person gives', () => {
  test('of a page: its status, its text, its JSON, and why it is not well', async () => {
    let answer = { status: 200, body: '{"nodes":[{"up":true}]}' }
    const port = await serve((_request, response) => response.writeHead(answer.status).end(answer.body))
    const url = `http://intranet.example.org:${port}/health`
    const check = await add('http', { url, text: 'nodes', json: { path: '$.nodes[0].up', equals: 'true' } })
    const name = `intranet.example.org:${port}/health`
    expect(check).toMatchObject({ template: 'http', name, lacks: null, settings: { verify: true } })
    const state = async () => (await house.admin.call('GET /checks/:id', { id: check.id })).state
    await expect.poll(state, { timeout: 20_000 }).toBe('ok')

    answer = { status: 500, body: 'down' }
    await events.next('alert.opened', of(name, 'http.lost'))
    expect(await alerts('http.lost')).toMatchObject([
      { component: name, state: 'critical', cause: 'status', measured: 500, checkId: check.id },
    ])
    const mails = await house.admin.call('GET /messages', {})
    expect(mails.items.map(({ subject }) => subject)).toContain(
      `[Vigie] Critical: srv-web-1 – the page ${name} fails: status 500`,
    )
    answer = { status: 200, body: '{"nodes":[{"up":true}]}' }
    await events.next('alert.closed', of(name, 'http.lost'))

    answer = { status: 200, body: '{"nodes":[{"up":false}]}' }
    await expect.poll(() => alerts('http.lost'), { timeout: 30_000 }).toMatchObject([{ cause: 'json' }])

    // What was wrong with a page is over where another is asked.
    const settings = { url: `${url}?other`, text: 'nodes' }
    await house.admin.call('PATCH /checks/:id', { id: check.id, settings } as never, { ifMatch: '*' })
    expect(await alerts('http.lost')).toEqual([])
    await expect.poll(state, { timeout: 20_000 }).toBe('ok')

    const { items } = await house.admin.call('GET /series', { assetId } as never)
    expect(items.map((one) => [one.metric, one.component])).toEqual(
      expect.arrayContaining([
        ['http.time', name],
        ['http.status', name],
      ]),
    )

    // What no check asks any more can no longer be wrong.
    await house.admin.call('DELETE /checks/:id', { id: check.id }, { ifMatch: '*' })
    expect(await alerts('http.lost')).toEqual([])
    expect((await house.admin.send('GET /checks/:id', { id: check.id })).status).toBe(404)
  }, 120_000)

  test('of a port, which may close and open again', async () => {
    const server = createServer()
    const port = await listening(server)
    const check = await add('tcp', { port })
    const state = async () => (await house.admin.call('GET /checks/:id', { id: check.id })).state
    await expect.poll(state, { timeout: 20_000 }).toBe('ok')
    await new Promise((closed) => server.close(closed))
    await events.next('alert.opened', of(String(port), 'tcp.lost'))
    expect(await alerts('tcp.lost')).toMatchObject([{ cause: 'refused', component: String(port) }])
    await once(server.listen(port, address), 'listening')
    await events.next('alert.closed', of(String(port), 'tcp.lost'))
  }, 120_000)

  test('of a certificate, which is told weeks before it expires', async () => {
    const identity = makeIdentity({ names: 'DNS:www.example.org', days: 5 })
    const port = await listening(createTls(identity))
    const settings = { port, serverName: 'www.example.org', verify: false }
    await add('tls', settings, { name: 'www', intervalS: 60 })
    await events.next('alert.opened', of('www', 'tls.expires'))
    const [alert] = await alerts('tls.expires')
    expect(alert).toMatchObject({ state: 'critical', unit: 'd', threshold: 7, cause: null })
    expect(alert!.measured).toBeGreaterThan(3.9)
    expect(alert!.measured).toBeLessThan(5.1)
    const strict = await add('tls', { ...settings, verify: true }, { name: 'www, strict', intervalS: 60 })
    await events.next('alert.opened', of('www, strict', 'tls.lost'))
    expect(await alerts('tls.lost')).toMatchObject([{ cause: 'certificate', checkId: strict.id }])
  }, 120_000)

  test.skipIf(dnsmasqMissing())(
    'of a name, and of the record it must have',
    async () => {
      const server = await startDnsmasq(address, 5_353, ['host-record=www.example.org,192.0.2.7'])
      const check = await add('dns', { name: 'www.example.org', record: '192.0.2.7', port: 5_353 })
      const state = async () => (await house.admin.call('GET /checks/:id', { id: check.id })).state
      await expect.poll(state, { timeout: 20_000 }).toBe('ok')
      const wrong = await add(
        'dns',
        { name: 'www.example.org', record: '192.0.2.8', port: 5_353 },
        { name: 'moved' },
      )
      await events.next('alert.opened', of('moved', 'dns.lost'))
      expect(await alerts('dns.lost')).toMatchObject([{ cause: 'record', checkId: wrong.id }])
      await server.stop()
    },
    120_000,
  )
})

test('the machine that Vigie runs on is asked only for who holds everything', async () => {
  const engineer = await personWith(house, 'engineer', 'SDIS 99')
  let asked = 0
  const port = await serve((_request, response) => {
    asked += 1
    response.end('metadata')
  })
  const settings = { url: `http://metadata.example.org:${port}/`, text: 'metadata' }
  const given = { assetId, template: 'http', settings, intervalS: 5 }
  const theirs = await engineer.call('POST /checks', { ...given, name: 'theirs' } as never)
  await events.next('alert.opened', of('theirs', 'http.lost'))
  expect(await alerts('http.lost')).toMatchObject([{ checkId: theirs.id, cause: 'nearby' }])
  expect(asked).toBe(0)

  const { id } = await add('http', settings, { name: 'ours' })
  const state = async () => (await house.admin.call('GET /checks/:id', { id })).state
  await expect.poll(state, { timeout: 20_000 }).toBe('ok')
  // Whoever asks for something else, asks for himself.
  await engineer.call('PATCH /checks/:id', { id, settings } as never, { ifMatch: '*' })
  await events.next('alert.opened', of('ours', 'http.lost'))
}, 120_000)

describe('what cannot be asked', () => {
  test('is refused with the field that is wrong', async () => {
    const refused = async (template: string, settings: Record<string, unknown>) => {
      const answer = await house.admin.send('POST /checks', { assetId, template, settings })
      expect(answer.status).toBe(422)
      return answer.body.errors?.map(({ field }) => field)
    }
    expect(await refused('tcp', { port: 70_000 })).toEqual(['settings.port'])
    expect(await refused('http', { url: 'ftp://a.example/' })).toEqual(['settings.url'])
    expect(await refused('http', { url: 'http://a.example/', json: { path: 'up', equals: '1' } })).toEqual([
      'settings.json.path',
    ])
    expect(await refused('dns', {})).toEqual(['settings.name'])
    expect(await refused('http', { url: 'http://camille:secret@a.example/' })).toEqual(['settings.url'])
  })

  test('a name that is taken, and settings of another template', async () => {
    const { id } = await add('tcp', { port: 9 }, { name: 'twice' })
    const again = await house.admin.send('POST /checks', {
      assetId,
      template: 'tcp',
      settings: { port: 10 },
      name: 'twice',
    })
    expect(again).toMatchObject({ status: 409, body: { code: 'already-exists' } })
    const other = await house.admin.send(
      'PATCH /checks/:id',
      { id, settings: { name: 'a.example' } },
      { ifMatch: '*' },
    )
    expect(other.body.errors).toMatchObject([{ field: 'settings' }])
    const changed = await house.admin.call('PATCH /checks/:id', { id, settings: { port: 11 } } as never, {
      ifMatch: '*',
    })
    expect(changed).toMatchObject({ settings: { port: 11, timeoutMs: 5_000 } })
  })

  test('more checks than a machine has services', async () => {
    const { id } = await house.admin.call('POST /assets', {
      organisationId: house.organisationId,
      name: 'srv-many',
    })
    const give = (port: number) =>
      house.admin.send('POST /checks', { assetId: id, template: 'tcp', settings: { port } })
    for (let port = 1; port <= 100; port++) expect((await give(port)).status).toBe(201)
    expect(await give(101)).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })

  test('a check that comes by itself is not removed', async () => {
    const { items } = await house.admin.call('GET /checks', { assetId, template: 'ping' } as never)
    const answer = await house.admin.send('DELETE /checks/:id', { id: items[0]!.id }, { ifMatch: '*' })
    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } })
  })
})
