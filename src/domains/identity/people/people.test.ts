import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nowMs } from '#kernel/clock'
import { client } from '#test/client'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, memberPassword } from '#test/member'

let house: TestHouse
let roles: Record<string, string>
beforeAll(async () => {
  house = await startTestHouse({ VIGIE_URL: 'https://vigie.example.org' })
  const { items } = await house.admin.call('GET /roles')
  roles = Object.fromEntries(items.map((role) => [role.builtin ?? role.name, role.id]))
})
afterAll(() => house.stop())

const tokenOf = (link: string) => link.split('#')[1]!
const password = 'seven green bicycles'

describe('a person', () => {
  test('is invited with a link, comes, and is known by name', async () => {
    const { admin, organisationId } = house
    const created = await admin.call('POST /people', {
      name: 'Nolwenn Le Gall',
      email: 'Nolwenn@Example.org',
      organisationId,
      grants: [{ roleId: roles.reader!, organisationId }],
    })
    expect(created).toMatchObject({
      email: 'nolwenn@example.org',
      state: 'invited',
      organisationName: 'SDIS 99',
      grants: [{ roleName: 'Reader', organisationName: 'SDIS 99', placeId: null }],
      invitation: { purpose: 'invitation' },
    })
    expect(created.invitation.link).toMatch(/^https:\/\/vigie\.example\.org\/invitation#vl_/)

    const nolwenn = client(house.url)
    const token = tokenOf(created.invitation.link)
    expect(await nolwenn.call('POST /one-time-links/open', { token })).toEqual({
      purpose: 'invitation',
      name: 'Nolwenn Le Gall',
      email: 'nolwenn@example.org',
      language: 'fr',
    })
    expect(await nolwenn.call('POST /one-time-links/accept', { token, password })).toEqual({
      personId: created.id,
      isSignedIn: true,
    })
    expect(await nolwenn.call('GET /me')).toMatchObject({ name: 'Nolwenn Le Gall', isEverywhere: false })
    const person = await admin.call('GET /people/:id', { id: created.id })
    expect(person).toMatchObject({ state: 'active', hasSecondFactor: false })
    expect(person.lastSeenAt).not.toBeNull()
  })

  test('takes a new password, no factor and no end of sessions from itself by way of the list of people', async () => {
    const { organisationId } = house
    const own = await member(house, 'administrator', { organisationId })
    const id = own.personId
    const other = await member(house, 'reader', { organisationId })
    const { secret } = await own.call('POST /me/tokens', {
      name: 'all',
      expiresAt: new Date(nowMs() + 3_600_000).toISOString(),
      password: memberPassword,
    })
    const script = client(house.url, secret)
    const routes = [
      'POST /people/:id/link',
      'DELETE /people/:id/second-factor',
      'DELETE /people/:id/sessions',
    ]
    for (const route of routes) {
      const bySelf = await own.send(route, { id })
      expect(bySelf, route).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
      expect(bySelf.body.detail, route).toContain('My account')
      const byToken = await script.send(route, { id: other.personId })
      expect(byToken, route).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    }
    const change = { id: other.personId, email: 'mine@example.org' }
    expect((await script.send('PATCH /people/:id', change, { ifMatch: '*' })).status).toBe(403)
    const phone = { id: other.personId, email: other.email, phone: '02 98 00 00 00' }
    expect((await script.send('PATCH /people/:id', phone, { ifMatch: '*' })).status).toBe(200)
    expect((await own.send('PATCH /people/:id', change, { ifMatch: '*' })).status).toBe(200)
    const mineElsewhere = { id, email: 'elsewhere@example.org' }
    const byOpenScreen = await own.send('PATCH /people/:id', mineElsewhere, { ifMatch: '*' })
    expect(byOpenScreen).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    expect(byOpenScreen.body.detail).toContain('My account')
    const asItIs = { id, email: own.email, phone: '02 98 00 00 01' }
    expect((await own.send('PATCH /people/:id', asItIs, { ifMatch: '*' })).status).toBe(200)
    expect((await own.send('POST /people/:id/link', { id: other.personId })).status).toBe(200)
  })

  test('a link works once, and a new one replaces it', async () => {
    const { admin, anonymous } = house
    const { id, invitation } = await admin.call('POST /people', { name: 'Yann', email: 'yann@example.org' })
    const again = await admin.call('POST /people/:id/link', { id })
    const first = await anonymous.send('POST /one-time-links/open', { token: tokenOf(invitation.link) })
    expect(first).toMatchObject({ status: 404, body: { code: 'not-found' } })
    expect(first.body.detail).toContain('déjà servi')

    const token = tokenOf(again.link)
    expect((await client(house.url).send('POST /one-time-links/accept', { token, password })).status).toBe(
      200,
    )
    const second = await anonymous.send('POST /one-time-links/accept', { token, password })
    expect(second.status).toBe(404)
  })

  test('two who use one link at once: one comes in', async () => {
    const { id } = await house.admin.call('POST /people', { name: 'Deux', email: 'deux@example.org' })
    const { link } = await house.admin.call('POST /people/:id/link', { id })
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        client(house.url).send('POST /one-time-links/accept', { token: tokenOf(link), password }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404])
  })

  test('a password that is easily guessed is refused with what would be right', async () => {
    const { invitation } = await house.admin.call('POST /people', {
      name: 'Erwan Kervella',
      email: 'erwan@example.org',
    })
    const token = tokenOf(invitation.link)
    for (const guessable of ['azertyuiop123456', 'aaaaaaaaaaaaaa', 'Erwan.Kervella', 'MotDePasse2026']) {
      const answer = await house.anonymous.send('POST /one-time-links/accept', { token, password: guessable })
      expect(answer.status, guessable).toBe(422)
      expect(answer.body.errors?.[0]?.field).toBe('password')
    }
  })

  test('is found, filtered, changed and closed', async () => {
    const { admin } = house
    const gwen = await member(house, 'engineer')
    const found = await admin.call('GET /people', { q: gwen.email })
    expect(found.items.map(({ id }) => id)).toEqual([gwen.personId])
    const engineers = await admin.call('GET /people', {
      roleId: roles.engineer! as never,
      sort: '-lastSeenAt',
    })
    expect(engineers.items.map(({ id }) => id)).toContain(gwen.personId)
    const invited = await admin.call('GET /people', { state: 'invited' as never })
    expect(invited.items.every(({ state }) => state === 'invited')).toBe(true)

    const { version } = await admin.call('GET /people/:id', { id: gwen.personId })
    const changed = await admin.call(
      'PATCH /people/:id',
      { id: gwen.personId, phone: '02 98 00 00 00' },
      { ifMatch: version },
    )
    expect(changed).toMatchObject({ phone: '02 98 00 00 00', version: version + 1 })

    expect((await gwen.send('GET /me')).status).toBe(200)
    await admin.call('POST /people/:id/disable', { id: gwen.personId })
    expect((await gwen.send('GET /me')).status).toBe(401)
    const back = await house.anonymous.send('POST /sessions', {
      email: gwen.email,
      password: 'correct horse battery staple',
    })
    expect(back).toMatchObject({ status: 401, body: { code: 'sign-in-failed' } })
    const refused = await admin.send('POST /people/:id/link', { id: gwen.personId })
    expect(refused.status).toBe(409)
    expect(await admin.call('POST /people/:id/enable', { id: gwen.personId })).toMatchObject({
      state: 'active',
    })
  })

  test('changes the address that it signs in with by showing its password, and not without', async () => {
    const own = await member(house, 'reader', { organisationId: house.organisationId })
    const email = 'moved@example.org'
    const wrong = await own.send('POST /me/email', { email, password: 'not my password' })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } })
    expect((await own.call('GET /me')).email).toBe(own.email)
    expect((await own.send('POST /me/email', { email, password: memberPassword })).status).toBe(204)
    expect((await own.call('GET /me')).email).toBe(email)
    const signIn = (address: string) =>
      client(house.url).send('POST /sessions', { email: address, password: memberPassword })
    expect((await signIn(own.email)).status).toBe(401)
    expect((await signIn(email)).status).toBe(200)
  })

  test('who asks with his own address whether others have an account is slowed down', async () => {
    const own = await member(house, 'client', { organisationId: house.organisationId })
    const statuses: number[] = []
    for (let tries = 0; tries < 7; tries += 1) {
      const asked = { email: 'camille@example.org', password: memberPassword }
      statuses.push((await own.send('POST /me/email', asked)).status)
    }
    expect(statuses[0]).toBe(409)
    expect(statuses.at(-1)).toBe(429)
  })

  test('whom an administrator of another organisation may not see is told in the same words, and seldom', async () => {
    const { admin } = house
    const { id: elsewhere } = await admin.call('POST /organisations', { name: 'Mairie de Plouzané' })
    const own = await member(house, 'administrator', { organisationId: elsewhere })
    const colleague = await member(house, 'reader', { organisationId: elsewhere })
    const invite = (email: string) =>
      own.send('POST /people', { name: 'Encore', email, organisationId: elsewhere })
    const { instance: _, ...seen } = (await invite(colleague.email)).body
    const { instance: __, ...unseen } = (await invite('camille@example.org')).body
    expect(unseen).toEqual(seen)
    for (let tries = 1; tries < 10; tries += 1) {
      expect((await invite(colleague.email)).status).toBe(409)
      expect((await invite('camille@example.org')).status).toBe(409)
    }
    const waiting = await invite('somebody-new@example.org')
    expect(waiting).toMatchObject({ status: 429, body: { code: 'too-many-requests' } })
    const change = { id: colleague.personId, email: 'camille@example.org' }
    expect((await own.send('PATCH /people/:id', change, { ifMatch: '*' })).status).toBe(429)
    const created = await admin.send('POST /people', { name: 'Encore', email: 'somebody-new@example.org' })
    expect(created.status).toBe(201)
  })

  test('an address that is taken is told at its field', async () => {
    const answer = await house.admin.send('POST /people', { name: 'Encore', email: 'CAMILLE@example.org' })
    expect(answer).toMatchObject({ status: 409, body: { errors: [{ field: 'email' }] } })
  })
})

describe('the last administrator over everything remains', () => {
  test('whatever is tried, also at once', async () => {
    const { admin } = house
    const me = await admin.call('GET /people', { q: 'camille@example.org' })
    const own = me.items[0]!
    const lost = await admin.send('DELETE /people/:id/grants/:grantId', {
      id: own.id,
      grantId: own.grants[0]!.id,
    })
    expect(lost).toMatchObject({ status: 409, body: { code: 'conflict' } })
    expect(lost.body.detail).toContain('last active administrator')
    expect((await admin.send('POST /people/:id/disable', { id: own.id })).status).toBe(409)

    const [one, other] = [await member(house, 'administrator'), await member(house, 'administrator')]
    const grantOf = async (id: string) => (await admin.call('GET /people/:id', { id })).grants[0]!.id
    const take = async (id: string) => ({ id, grantId: await grantOf(id) })
    const tries = [await take(own.id), await take(one.personId), await take(other.personId)]
    const answers = await Promise.all(
      tries.map((each, at) => [one, other, admin][at]!.send('DELETE /people/:id/grants/:grantId', each)),
    )
    // Each is refused as the last one, or because the one who asked is no administrator any more.
    expect(answers.some(({ status }) => status !== 200)).toBe(true)
    const [left] = await house.database.system(
      async (tx) =>
        (await sql<{ left: number }>`select identity.administrators_left() as left`.execute(tx)).rows,
    )
    expect(left!.left).toBeGreaterThan(0)
  })
})
