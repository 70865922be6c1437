import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nowMs } from '#kernel/clock'
import type { Operation } from '#kernel/operations'
import { startSmtp } from '../daemons/smtp.ts'
import { addressed, makeFixtures, type Fixtures } from '../fixtures.ts'
import { adminPassword, startTestHouse, type TestHouse } from '../house.ts'
import { personWith } from '../people.ts'
import { inputSchema, sampleInput } from '../sample.ts'

/** A line that broke says nothing of what was written: the same request with the same Idempotency-Key writes once. */
let house: TestHouse
let fixtures: Fixtures
beforeAll(async () => {
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  fixtures = await makeFixtures(house)
})
afterAll(() => house?.stop())

const keyed = (key: string) => ({ headers: { 'idempotency-key': key } })
const site = (name: string) => ({ organisationId: house.organisationId, name })
const sitesCalled = async (q: string) => (await house.admin.call('GET /sites', { q })).total
const token = (name: string) => ({
  name,
  expiresAt: new Date(nowMs() + 86_400_000).toISOString(),
  password: adminPassword,
})
const tokensCalled = async (name: string) =>
  (await house.admin.call('GET /me/tokens')).items.filter((one) => one.name === name).length

describe('a request that is repeated with its key', () => {
  test('is answered as before, and writes nothing more', async () => {
    const first = await house.admin.send('POST /sites', site('Une fois'), keyed('site'))
    expect(first.status).toBe(201)
    const again = await house.admin.send('POST /sites', site('Une fois'), keyed('site'))
    expect([again.status, again.body]).toEqual([first.status, first.body])
    expect(await sitesCalled('Une fois')).toBe(1)
  })

  test('many times at once writes one row', async () => {
    const sent = Array.from({ length: 8 }, () =>
      house.admin.send('POST /sites', site('Ensemble'), keyed('together')),
    )
    const answers = await Promise.all(sent)
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
    expect(await sitesCalled('Ensemble')).toBe(1)
  })

  test('but says something else, or is another operation’s, is a conflict', async () => {
    await house.admin.send('POST /sites', site('Le premier'), keyed('taken'))
    const other = await house.admin.send('POST /sites', site('Le second'), keyed('taken'))
    const elsewhere = await house.admin.send('POST /organisations', { name: 'Le tiers' }, keyed('taken'))
    for (const { status, body } of [other, elsewhere])
      expect([status, body.code, body.detail]).toEqual([
        409,
        'conflict',
        'This idempotency key was already used for another request.',
      ])
    expect(await sitesCalled('Le second')).toBe(0)
  })

  test('of another person is another request', async () => {
    const engineer = await personWith(house, 'engineer', 'SDIS 99')
    const mine = await house.admin.send('POST /sites', site('À chacun'), keyed('of each'))
    const theirs = await engineer.send('POST /sites', site('À chacun sa clé'), keyed('of each'))
    expect([mine.status, theirs.status]).toEqual([201, 201])
  })

  test('does not show to whom the right was taken what was answered while he had it', async () => {
    const { organisationId, admin } = house
    const [here, there] = [
      await admin.call('POST /sites', site('Ici')),
      await admin.call('POST /sites', site('Là')),
    ]
    const engineer = await personWith(house, 'engineer', 'SDIS 99')
    const asset = { organisationId, siteId: there.id, name: 'sw-there', notes: 'theirs alone' }
    const repeat = () => engineer.send('POST /assets', asset, keyed('taken since'))
    expect((await repeat()).status).toBe(201)
    const { id, grants } = await admin.call('GET /people/:id', { id: engineer.personId })
    const { items: roles } = await admin.call('GET /roles')
    const roleId = roles.find(({ builtin }) => builtin === 'engineer')!.id
    await admin.call('POST /people/:id/grants', { id, roleId, organisationId, placeId: here.id })
    for (const grant of grants)
      await admin.call('DELETE /people/:id/grants/:grantId', { id, grantId: grant.id })
    const again = await repeat()
    expect(again.status).toBe(409)
    expect(JSON.stringify(again.body)).not.toContain('theirs alone')
  })

  test('but with another If-Match is a conflict', async () => {
    const { id, version } = await house.admin.call('POST /sites', site('Versions'))
    const change = (ifMatch: number | '*') =>
      house.admin.send('PATCH /sites/:id', { id, name: 'Versions 2' }, { ifMatch, ...keyed('version') })
    expect((await change(version)).status).toBe(200)
    expect((await change('*')).status).toBe(409)
  })

  test('after it was refused is a first one', async () => {
    const refused = await house.admin.send('POST /sites', { ...site('Refusé'), level: 9 }, keyed('refused'))
    expect(refused.status).toBe(422)
    expect((await house.admin.send('POST /sites', site('Refusé'), keyed('refused'))).status).toBe(201)
    const wrong = { ...token('refused'), password: 'not the password at all' }
    expect((await house.admin.send('POST /me/tokens', wrong, keyed('wrong'))).status).toBeGreaterThan(400)
    expect((await house.admin.send('POST /me/tokens', token('refused'), keyed('wrong'))).status).toBe(201)
  })

  test('does not show a secret a second time, nor make another', async () => {
    const sent = [1, 2, 3].map(() => house.admin.send('POST /me/tokens', token('script'), keyed('token')))
    const statuses = (await Promise.all(sent)).map(({ status }) => status).toSorted()
    expect(statuses).toEqual([201, 409, 409])
    const again = await house.admin.send('POST /me/tokens', token('script'), keyed('token'))
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining('is not kept')])
    expect(JSON.stringify(again.body)).not.toContain('secret":')
    expect(await tokensCalled('script')).toBe(1)
  })

  test('sends one mail, though the mail goes outside', async () => {
    const smtp = await startSmtp()
    try {
      const server = { host: '127.0.0.1', port: smtp.port, security: 'none', sender: 'vigie@example.org' }
      await house.admin.send('PUT /mail-server', server, { ifMatch: '*' })
      const trying = { recipient: 'camille@example.org' }
      const first = await house.admin.send('POST /mail-server/try', trying, keyed('mail'))
      const again = await house.admin.send('POST /mail-server/try', trying, keyed('mail'))
      expect(first.body.isSent).toBe(true)
      expect(again.body).toEqual(first.body)
      expect(smtp.mails).toHaveLength(1)
    } finally {
      await smtp.stop()
    }
  })
})

const posts = () => house.operations.filter((one) => one.onRepeat && one.route.startsWith('POST '))

test('every write of a signed-in person takes a key, and the API says so', async () => {
  const document = (await (await fetch(`${house.url}/api/openapi.json`)).json()) as {
    paths: Record<string, { post?: { operationId: string; parameters: { name: string }[] } }>
  }
  const said = Object.values(document.paths).flatMap(({ post }) =>
    post?.parameters.some(({ name }) => name === 'Idempotency-Key') ? [post.operationId] : [],
  )
  const written = house.operations.filter(
    ({ route, kind, right }) =>
      route.startsWith('POST ') && (kind === 'command' || kind === 'action') && right !== 'public',
  )
  expect(said.toSorted()).toEqual(written.map(({ name }) => name).toSorted())
  expect(said.length).toBeGreaterThan(40)
})

/** What is called so is a secret: a plain hash of it, or the answer that holds it, must not be kept. */
const secretName = /^(password|newPassword|secret|token|recoveryCodes|authKey|privKey|community)$/

test('what takes or answers a secret keeps neither', () => {
  const telling = house.operations.filter(
    (one) => one.onRepeat === 'same-answer' && [one.input, one.output].some((schema) => namesSecret(schema)),
  )
  expect(telling.map(({ name }) => name)).toEqual([])
})

function namesSecret(schema: Operation['input']): boolean {
  let found = false
  JSON.stringify(inputSchema({ input: schema } as Operation), (key, value: unknown) => {
    if (key === 'properties') found ||= Object.keys(value as object).some((name) => secretName.test(name))
    return value
  })
  return found
}

test('every write that is repeated with its key answers the same, or says why not', async () => {
  const wrong: string[] = []
  let done = 0
  for (const operation of posts()) {
    const input = sampleInput(operation, { ...fixtures.known, ...addressed(operation, fixtures) })
    if (operation.consumes) continue
    const send = () => house.admin.send(operation.route, input, keyed(`walk ${operation.name}`))
    const [first, again] = [await send(), await send()]
    if (first.status >= 400) continue
    done += 1
    const isSame = again.status === first.status && JSON.stringify(again.body) === JSON.stringify(first.body)
    const fits = operation.onRepeat === 'conflict' ? again.status === 409 : isSame
    if (!fits) wrong.push(`${operation.name}: ${first.status}, ${again.status} ${JSON.stringify(again.body)}`)
  }
  expect(wrong).toEqual([])
  expect(done).toBeGreaterThan(20)
})
