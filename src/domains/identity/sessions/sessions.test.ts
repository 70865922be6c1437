import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { client, type Client } from '#test/client'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, memberPassword } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'

async function signedIn(email: string, userAgent = firefox, password = memberPassword): Promise<Client> {
  const own = client(house.url)
  const answer = await own.send(
    'POST /sessions',
    { email, password },
    { headers: { 'user-agent': userAgent } },
  )
  expect(answer.status).toBe(200)
  return own
}

describe('one’s own sessions', () => {
  test('say where one is signed in, and end one by one', async () => {
    const first = await member(house, 'reader')
    const onPhone = await signedIn(first.email, phone)
    const { items } = await onPhone.call('GET /me/sessions')
    expect(items).toHaveLength(2)
    const here = items.find(({ isCurrent }) => isCurrent)!
    expect(here).toMatchObject({ browser: 'Safari 18', system: 'iPhone', address: '127.0.0.1' })
    const other = items.find(({ isCurrent }) => !isCurrent)!

    expect((await onPhone.send('DELETE /me/sessions/:id', { id: other.id })).status).toBe(204)
    expect((await first.send('GET /me')).status).toBe(401)
    expect((await onPhone.send('GET /me')).status).toBe(200)
  })

  test('nobody ends those of another', async () => {
    const [one, other] = [await member(house, 'administrator'), await member(house, 'reader')]
    const { items } = await other.call('GET /me/sessions')
    expect((await one.send('DELETE /me/sessions/:id', { id: items[0]!.id })).status).toBe(404)
    expect((await other.send('GET /me')).status).toBe(200)
  })

  test('all others end at once', async () => {
    const first = await member(house, 'reader')
    const [second, third] = [await signedIn(first.email), await signedIn(first.email)]
    expect(await third.call('DELETE /me/sessions')).toEqual({ ended: 2 })
    expect((await first.send('GET /me')).status).toBe(401)
    expect((await second.send('GET /me')).status).toBe(401)
    expect((await third.send('GET /me')).status).toBe(200)
  })

  test('an administrator sees and ends those of a person', async () => {
    const person = await member(house, 'reader')
    const { items } = await house.admin.call('GET /people/:id/sessions', { id: person.personId })
    expect(items).toHaveLength(1)
    expect(await house.admin.call('DELETE /people/:id/sessions', { id: person.personId })).toEqual({
      ended: 1,
    })
    expect((await person.send('GET /me')).status).toBe(401)
  })
})

describe('changing one’s password', () => {
  test('asks for the old one, and ends the other sessions', async () => {
    const first = await member(house, 'reader')
    const second = await signedIn(first.email)
    const newPassword = 'four purple elephants dancing'
    const wrong = await first.send('POST /me/password', { password: 'not it at all', newPassword })
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ field: 'password' }] } })
    expect((await second.send('GET /me')).status).toBe(200)

    const right = await first.send('POST /me/password', { password: memberPassword, newPassword })
    expect(right.status).toBe(204)
    expect((await first.send('GET /me')).status).toBe(200)
    expect((await second.send('GET /me')).status).toBe(401)
    const old = await client(house.url).send('POST /sessions', {
      email: first.email,
      password: memberPassword,
    })
    expect(old.status).toBe(401)
    await signedIn(first.email, firefox, newPassword)
  })

  test('a stolen session is no way to guess it', async () => {
    const own = await member(house, 'reader')
    const seen = []
    for (let n = 0; n < 7; n += 1)
      seen.push(
        (await own.send('POST /me/password', { password: `guess ${n}`, newPassword: 'a b c d e f g h i' }))
          .status,
      )
    expect(seen.slice(0, 5)).toEqual([422, 422, 422, 422, 422])
    expect(seen.slice(5)).toContain(429)
  })
})

describe('what one likes', () => {
  test('is kept, added to and forgotten', async () => {
    const own = await member(house, 'reader')
    await own.call('PATCH /me', { language: 'fr', preferences: { theme: 'dark', 'columns.sites': ['name'] } })
    const me = await own.call('PATCH /me', { preferences: { density: 'dense', theme: null } })
    expect(me).toMatchObject({ language: 'fr' })
    expect(me.preferences).toEqual({ density: 'dense', 'columns.sites': ['name'] })
    expect(await own.call('GET /me')).toMatchObject(me)
    const strange = await own.send('PATCH /me', { preferences: { theme: 'pink' } })
    expect(strange.status).toBe(422)
    const huge = await own.send('PATCH /me', { preferences: { notes: 'x'.repeat(20_000) } })
    expect(huge.status).toBe(422)
  })
})
