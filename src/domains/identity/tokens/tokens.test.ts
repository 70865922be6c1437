import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { moveClock, nowMs } from '#kernel/clock'
import { client } from '#test/client'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, memberPassword } from '#test/member'

let house: TestHouse
let movedMs = 0
beforeAll(async () => void (house = await startTestHouse()))
afterEach(() => {
  moveClock(-movedMs)
  movedMs = 0
})
afterAll(() => house.stop())

const given = () => ({
  expiresAt: new Date(nowMs() + 30 * 86_400_000).toISOString(),
  password: memberPassword,
})

describe('an API token', () => {
  test('acts as its person, is shown once, and says when it was used', async () => {
    const own = await member(house, 'administrator')
    const made = await own.call('POST /me/tokens', { name: 'backup script', ...given() })
    expect(made.secret).toMatch(/^vt_[\w-]{43}$/)
    expect(made.secret.startsWith(made.hint)).toBe(true)
    const script = client(house.url, made.secret)
    expect(await script.call('GET /me')).toMatchObject({ id: own.personId })

    const { items } = await own.call('GET /me/tokens')
    expect(items[0]).toMatchObject({ name: 'backup script', state: 'active', hint: made.hint })
    expect(items[0]!.lastUsedAt).not.toBeNull()
    expect(JSON.stringify(items)).not.toContain(made.secret)

    await own.call('DELETE /me/tokens/:id', { id: made.id })
    expect((await script.send('GET /me')).status).toBe(401)
  })

  test('may less than its person where it was told so', async () => {
    const own = await member(house, 'administrator')
    const made = await own.call('POST /me/tokens', { name: 'reader', rights: ['site.read'], ...given() })
    const script = client(house.url, made.secret)
    expect((await script.send('GET /sites')).status).toBe(200)
    expect((await script.send('GET /people')).status).toBe(403)
    expect(
      (await script.send('POST /sites', { organisationId: house.organisationId, name: 'X' })).status,
    ).toBe(403)
    expect((await script.call('GET /me')).rights).toEqual(['site.read'])
  })

  test('is held to its organisations, whatever the request asks for', async () => {
    const { admin, organisationId } = house
    const other = await admin.call('POST /organisations', { name: 'Commune de Plouzané' })
    await admin.call('POST /sites', { organisationId, name: 'Ici' })
    const there = await admin.call('POST /sites', { organisationId: other.id, name: 'Là-bas' })
    const own = await member(house, 'administrator')
    const made = await own.call('POST /me/tokens', { name: 'one', organisationIds: [other.id], ...given() })
    const script = client(house.url, made.secret)
    const { items } = await script.call('GET /sites')
    expect(items.map(({ name }) => name)).toEqual(['Là-bas'])
    const narrowed = await script.send(
      'GET /sites',
      {},
      { headers: { 'vigie-organisation': organisationId } },
    )
    expect(narrowed.status).toBe(403)
    const outside = await script.send('POST /sites', { organisationId, name: 'Dehors' })
    expect(outside.status).toBe(403)
    expect((await script.send('GET /sites/:id', { id: there.id })).status).toBe(200)
    // Nor can it pass on what it was not given.
    const grant = { name: 'Évadé', email: 'evade@example.org', grants: [{ roleId: await adminRole() }] }
    expect((await script.send('POST /people', grant)).status).toBe(403)
  })

  test('expires', async () => {
    const own = await member(house, 'reader')
    const expiresAt = new Date(nowMs() + 3_600_000).toISOString()
    const { secret } = await own.call('POST /me/tokens', { name: 'short', ...given(), expiresAt })
    const script = client(house.url, secret)
    expect((await script.send('GET /me')).status).toBe(200)
    movedMs = 3_601_000
    moveClock(movedMs)
    expect((await script.send('GET /me')).status).toBe(401)
    expect((await own.call('GET /me/tokens')).items[0]).toMatchObject({ state: 'expired' })
    const past = await own.send('POST /me/tokens', { name: 'past', ...given(), expiresAt })
    expect(past).toMatchObject({ status: 422, body: { errors: [{ field: 'expiresAt' }] } })
  })

  test('makes no token, and changes nothing that keeps the account safe', async () => {
    const own = await member(house, 'administrator')
    const { secret, id } = await own.call('POST /me/tokens', { name: 'all', ...given() })
    const script = client(house.url, secret)
    const tries: [string, object][] = [
      ['POST /me/tokens', { name: 'child', ...given() }],
      ['DELETE /me/tokens/:id', { id }],
      ['POST /me/password', { password: memberPassword, newPassword: 'twelve red balloons up' }],
      ['POST /me/second-factor', { password: memberPassword }],
      ['POST /me/second-factor/confirm', { code: '000000' }],
      ['POST /me/second-factor/disable', { password: memberPassword, code: '000000' }],
      ['POST /me/second-factor/recovery-codes', { password: memberPassword, code: '000000' }],
      ['DELETE /me/sessions', {}],
    ]
    for (const [route, input] of tries) {
      const answer = await script.send(route, input)
      expect(answer, route).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    }
  })

  test('is revoked when its person is closed out or gets a new password, and by an administrator', async () => {
    const own = await member(house, 'reader')
    const id = own.personId
    const first = await own.call('POST /me/tokens', { name: 'first', ...given() })
    const script = client(house.url, first.secret)
    await house.admin.call('POST /people/:id/disable', { id })
    await house.admin.call('POST /people/:id/enable', { id })
    expect((await script.send('GET /me')).status).toBe(401)

    const again = client(house.url)
    await again.call('POST /sessions', { email: own.email, password: memberPassword })
    script.token = (await again.call('POST /me/tokens', { name: 'second', ...given() })).secret
    expect((await script.send('GET /me')).status).toBe(200)
    const { link } = await house.admin.call('POST /people/:id/link', { id })
    await again.call('POST /one-time-links/accept', { token: link.split('#')[1]!, password: memberPassword })
    expect((await script.send('GET /me')).status).toBe(401)

    const third = await again.call('POST /me/tokens', { name: 'third', ...given() })
    const { items } = await house.admin.call('GET /people/:id/tokens', { id })
    expect(items.map(({ name, state }) => [name, state])).toEqual([
      ['third', 'active'],
      ['second', 'revoked'],
      ['first', 'revoked'],
    ])
    script.token = third.secret
    await house.admin.call('DELETE /people/:id/tokens/:tokenId', { id, tokenId: third.id })
    expect((await script.send('GET /me')).status).toBe(401)
  })

  test('is made with the password, and for a year at most', async () => {
    const own = await member(house, 'reader')
    const wrong = await own.send('POST /me/tokens', { name: 'x', ...given(), password: 'not the one at all' })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } })
    const expiresAt = new Date(nowMs() + 400 * 86_400_000).toISOString()
    for (const life of [{ expiresAt: null }, { expiresAt }]) {
      const refused = await own.send('POST /me/tokens', { name: 'x', ...given(), ...life })
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'expiresAt' }] } })
    }
    expect((await own.call('GET /me/tokens')).items).toEqual([])
    const year = new Date(nowMs() + 365 * 86_400_000).toISOString()
    const made = await own.call('POST /me/tokens', { name: 'x', ...given(), expiresAt: year })
    expect(made.expiresAt).toBe(year)
    const { items } = await house.admin.call('GET /journal', { operation: 'tokens.create' } as never)
    expect(JSON.stringify(items)).not.toContain(memberPassword)
  })

  test('of unknown rights or foreign organisations is refused', async () => {
    const other = await house.admin.call('POST /organisations', { name: 'Ailleurs' })
    const own = await member(house, 'reader', { organisationId: house.organisationId })
    const rights = await own.send('POST /me/tokens', { name: 'x', rights: ['site.fly'], ...given() })
    expect(rights).toMatchObject({ status: 422, body: { errors: [{ field: 'rights' }] } })
    const where = await own.send('POST /me/tokens', { name: 'x', organisationIds: [other.id], ...given() })
    expect(where).toMatchObject({ status: 422, body: { errors: [{ field: 'organisationIds' }] } })
  })
})

async function adminRole(): Promise<string> {
  const { items } = await house.admin.call('GET /roles')
  return items.find(({ builtin }) => builtin === 'administrator')!.id
}
