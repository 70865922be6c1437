import { Agent, request, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { moveClock } from '#kernel/clock'
import { client } from '#test/client'
import { adminPassword, startTestHouse, type TestHouse } from '#test/house'
import { member, memberPassword } from '#test/member'

let house: TestHouse
let movedMs = 0
beforeAll(async () => void (house = await startTestHouse()))
afterEach(() => {
  moveClock(-movedMs)
  movedMs = 0
})
afterAll(() => house.stop())

const minute = 60_000
const day = 24 * 60 * minute
function pass(ms: number): void {
  movedMs += ms
  moveClock(ms)
}

const signIn = (email: string, password: string, url = house.url) =>
  client(url).send('POST /sessions', { email, password })

/** All at once, over as many connections as the system takes without dropping some. */
async function flood(tries: object[]) {
  const agent = new Agent({ keepAlive: true, maxSockets: 200 })
  const answers = await Promise.all(tries.map((input) => post(agent, input)))
  agent.destroy()
  return answers
}

async function post(agent: Agent, input: object, localAddress = '127.0.0.1') {
  const options = { agent, localAddress, method: 'POST', headers: { 'content-type': 'application/json' } }
  const response = await new Promise<IncomingMessage>((resolve, reject) =>
    request(`${house.url}/api/v1/sessions`, options, resolve).on('error', reject).end(JSON.stringify(input)),
  )
  const { statusCode: status, headers } = response
  return { status, retryAfter: Number(headers['retry-after']), body: await json(response) }
}

describe('a thousand wrong passwords at once', () => {
  test('are throttled, and the right one works once the block is over', async () => {
    const victim = await member(house, 'reader')
    const answers = await flood(
      Array.from({ length: 1_000 }, (_, at) => ({ email: victim.email, password: `wrong password ${at}` })),
    )
    const looked = answers.filter(({ status }) => status === 401)
    const throttled = answers.filter(({ status }) => status === 429)
    expect(looked.length + throttled.length).toBe(1_000)
    expect(looked.length).toBeGreaterThanOrEqual(5)
    expect(looked.length).toBeLessThan(15)
    expect(throttled[0]!.body).toMatchObject({ code: 'too-many-requests' })
    expect(throttled[0]!.retryAfter).toBeGreaterThan(0)

    pass(16 * minute)
    expect((await signIn(victim.email, memberPassword)).status).toBe(200)
  })

  test('a block refuses the right password too: nothing tells that it was right', async () => {
    const victim = await member(house, 'reader')
    pass(2 * 60 * minute)
    for (let n = 0; n < 5; n += 1) await signIn(victim.email, 'wrong password')
    const right = await signIn(victim.email, memberPassword)
    const wrong = await signIn(victim.email, 'wrong password')
    expect(right.status).toBe(429)
    expect({ ...wrong.body, instance: '' }).toEqual({ ...right.body, instance: '' })
  })
})

describe('wrong passwords', () => {
  test('double the wait each, up to a quarter of an hour', async () => {
    const agent = new Agent()
    const { email } = await member(house, 'reader')
    pass(2 * 60 * minute)
    const attempt = () => post(agent, { email, password: 'wrong password' }, '127.0.3.1')
    for (let n = 0; n < 5; n += 1) expect((await attempt()).status).toBe(401)
    const waits = []
    for (let n = 0; n < 12; n += 1) {
      const { status, retryAfter } = await attempt()
      expect(status).toBe(429)
      waits.push(retryAfter)
      pass(retryAfter * 1_000 - 1_000)
      expect((await attempt()).status).toBe(429)
      pass(1_000)
      expect((await attempt()).status).toBe(401)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
    agent.destroy()
  })

  test('from one network to many accounts are stopped, and other networks go on', async () => {
    const agent = new Agent()
    pass(2 * 60 * minute)
    const attempt = (n: number, from = '127.0.4.1') =>
      post(agent, { email: `nobody-${n}@example.org`, password: 'wrong password' }, from)
    const statuses = []
    for (let n = 0; n < 22; n += 1) statuses.push((await attempt(n)).status)
    expect(statuses).toEqual([...Array<number>(20).fill(401), 429, 429])
    expect((await attempt(30, '127.0.4.2')).status).toBe(401)
    agent.destroy()
  })
})

describe('wrong passwords from elsewhere', () => {
  test('keep nobody out of his account', async () => {
    const agent = new Agent()
    const { email } = await member(house, 'reader')
    pass(2 * 60 * minute)
    const statuses = []
    for (let n = 0; n < 9; n += 1)
      statuses.push(
        (await post(agent, { email, password: 'wrong password' }, `127.0.0.${2 + (n % 2)}`)).status,
      )
    expect(statuses).toEqual(Array(9).fill(401))
    expect((await post(agent, { email, password: memberPassword }, '127.0.0.9')).status).toBe(200)
    expect((await signIn(email, memberPassword)).status).toBe(200)
    agent.destroy()
  })

  test('are stopped for the whole account after a hundred, except where it is signed in', async () => {
    const agent = new Agent()
    const { email } = await member(house, 'reader')
    pass(2 * 60 * minute)
    const statuses = []
    for (let network = 1; network <= 26; network += 1)
      for (let n = 0; n < 4; n += 1)
        statuses.push((await post(agent, { email, password: 'wrong' }, `127.0.1.${network}`)).status)
    expect(statuses.slice(0, 99)).toEqual(Array(99).fill(401))
    expect(statuses).toContain(429)
    expect((await post(agent, { email, password: memberPassword }, '127.0.2.1')).status).toBe(429)
    expect((await signIn(email, memberPassword)).status).toBe(200)
    agent.destroy()
  })
})

describe('a sign-in tells nothing', () => {
  test('an unknown account, a wrong password and a closed account get the same answer', async () => {
    pass(4 * 60 * minute)
    const closed = await member(house, 'reader')
    await house.admin.call('POST /people/:id/disable', { id: closed.personId })
    const { email: invited } = await house.admin.call('POST /people', { name: 'X', email: 'x@example.org' })
    const answers = [
      await signIn('nobody@example.org', adminPassword),
      await signIn('camille@example.org', 'not the password'),
      await signIn(closed.email, memberPassword),
      await signIn(invited, ''),
    ]
    const told = answers.map(({ status, body }) => ({ ...body, status, instance: '' }))
    expect(told).toEqual(told.map(() => told[0]))
    expect(told[0]).toMatchObject({ status: 401, code: 'sign-in-failed' })
  })

  test('an unknown account is throttled as a known one is', async () => {
    pass(6 * 60 * minute)
    const tries = []
    for (let n = 0; n < 6; n += 1) tries.push((await signIn('ghost@example.org', 'whatever')).status)
    expect(tries).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('nor does asking for a new password', async () => {
    const known = await house.anonymous.send('POST /password-resets', { email: 'camille@example.org' })
    const unknown = await house.anonymous.send('POST /password-resets', { email: 'nobody@example.org' })
    expect([known.status, known.body]).toEqual([204, undefined])
    expect([unknown.status, unknown.body]).toEqual([204, undefined])
  })
})

describe('the cookie', () => {
  test('is not for scripts, nor for other sites', async () => {
    pass(8 * 60 * minute)
    const { headers } = await signIn('camille@example.org', adminPassword)
    const [cookie] = headers.getSetCookie()
    expect(cookie).toMatch(/^vigie=vs_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/)
  })

  test('is bound to this host over HTTPS where the public address has it', async () => {
    const other = await startTestHouse({ VIGIE_URL: 'https://vigie.example.org' })
    const { headers } = await signIn('camille@example.org', adminPassword, other.url)
    expect(headers.getSetCookie()[0]).toMatch(
      /^__Host-vigie=vs_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/,
    )
    await other.stop()
  })

  test('a write that does not come from a page of ours is refused', async () => {
    const own = await member(house, 'administrator')
    const forged = await fetch(`${house.url}/api/v1/organisations`, {
      method: 'POST',
      headers: { cookie: own.cookie!, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Forged' }),
    })
    expect(forged.status).toBe(403)
    expect(await forged.json()).toMatchObject({ code: 'forged-request' })
    const { items } = await house.admin.call('GET /organisations', { q: 'Forged' })
    expect(items).toEqual([])
  })
})

describe('a session', () => {
  // Each in a house of its own: what expired when the clock went on stays so when it comes back. Without a worker, which
  // would take away what has expired before anybody asks for it.
  beforeEach(async () => {
    await house.stop()
    house = await startTestHouse({ VIGIE_ROLES: 'web' })
  })

  test('ends after two weeks without use', async () => {
    const own = await member(house, 'reader')
    pass(13 * day)
    expect((await own.send('GET /me')).status).toBe(200)
    pass(13 * day)
    expect((await own.send('GET /me')).status).toBe(200)
    pass(15 * day)
    expect((await own.send('GET /me')).status).toBe(401)
  })

  test('ends after thirty days however much it is used', async () => {
    const own = await member(house, 'reader')
    const seen = []
    for (let n = 0; n < 7; n += 1) {
      pass(5 * day)
      seen.push((await own.send('GET /me')).status)
    }
    expect(seen).toEqual([200, 200, 200, 200, 200, 401, 401])
  })

  test('signing out ends it for good', async () => {
    const own = await member(house, 'reader')
    const { cookie } = own
    await own.call('DELETE /sessions/current')
    own.cookie = cookie
    expect((await own.send('GET /me')).status).toBe(401)
  })
})
