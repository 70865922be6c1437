import { nowMs } from '#kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  createPersonAtConsole,
  issueTokenAtConsole,
  organisationNames,
  personNames,
  recipients,
  resetPersonAtConsole,
} from '#identity'
import { fullAccess, noAccess } from '#kernel/access'
import { client } from '#test/client'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

const publicUrl = 'http://localhost:8420'

describe('at the console', () => {
  test('a person is made with a password, or with a link to choose one', async () => {
    const { ground, url } = house
    const password = 'quiet morning by the harbour'
    const given = { name: 'Loïc', email: 'Loic@example.org', role: 'administrator', password, publicUrl }
    expect(await createPersonAtConsole(ground, given)).toMatchObject({ link: null })
    const own = client(url)
    expect((await own.send('POST /sessions', { email: 'loic@example.org', password })).status).toBe(200)
    expect(await own.call('GET /me')).toMatchObject({ isEverywhere: true })

    const linked = await createPersonAtConsole(ground, {
      name: 'Maëlle',
      email: 'maelle@example.org',
      role: 'reader',
      organisation: 'SDIS 99',
      publicUrl,
    })
    expect(linked.link).toMatch(/^http:\/\/localhost:8420\/invitation#vl_/)
    await expect(createPersonAtConsole(ground, given)).rejects.toThrow()
    await expect(
      createPersonAtConsole(ground, { ...given, email: 'autre@example.org', role: 'pilote' }),
    ).rejects.toThrow('roleUnknown')
  })

  test('a token and a new link are made, and a lost second factor taken away', async () => {
    const { ground, url } = house
    const person = await member(house, 'reader')
    const secret = await issueTokenAtConsole(
      ground,
      person.email,
      { name: 'ci', rights: ['site.read'], expiresAt: new Date(nowMs() + 3_600_000).toISOString() },
      ['site.read'],
    )
    expect((await client(url, secret).send('GET /sites')).status).toBe(200)
    const link = await resetPersonAtConsole(ground, person.email, { publicUrl, secondFactor: true })
    const own = client(url)
    const password = 'fifteen paper lanterns'
    expect(
      await own.call('POST /one-time-links/accept', { token: link.split('#')[1]!, password }),
    ).toMatchObject({
      isSignedIn: true,
    })
    await expect(resetPersonAtConsole(ground, 'nobody@example.org', { publicUrl })).rejects.toThrow()
  })
})

describe('the door', () => {
  test('tells who is to hear of an organisation or one of its sites', async () => {
    const { admin, organisationId, database } = house
    const site = await admin.call('POST /sites', { organisationId, name: 'Nord' })
    const room = await admin.call('POST /sites', { organisationId, parentId: site.id, name: 'Baie' })
    const whole = await member(house, 'reader', { organisationId })
    const part = await member(house, 'technician', { organisationId, placeId: site.id })
    const closed = await member(house, 'reader', { organisationId })
    await admin.call('POST /people/:id/disable', { id: closed.personId })
    // As a listener runs: within the organisation alone.
    const within = { ...noAccess, organisations: [organisationId] }
    const ask = async (placeId?: string) =>
      (
        await database.read(within, (tx) => recipients(tx, { right: 'site.read', organisationId, placeId }))
      ).map(({ id }) => id)
    expect(await ask()).toContain(whole.personId)
    expect(await ask()).not.toContain(part.personId)
    expect(await ask(room.id)).toEqual(expect.arrayContaining([whole.personId, part.personId]))
    expect(await ask(room.id)).not.toContain(closed.personId)
    const names = await database.read(noAccess, (tx) => personNames(tx, [whole.personId, null]))
    expect([...names.keys()]).toEqual([whole.personId])
    const organisations = await database.read(fullAccess, (tx) => organisationNames(tx, [organisationId]))
    expect([...organisations.values()]).toEqual(['SDIS 99'])
  })
})
