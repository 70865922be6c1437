import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

const server = {
  host: 'mail.example.org',
  port: 587,
  security: 'starttls',
  username: 'relay',
  sender: 'vigie@example.org',
} as const

describe('the mail server of the house', () => {
  test('is not seen nor set by who administers an organisation or a site', async () => {
    const { admin, organisationId } = house
    const site = await admin.call('POST /sites', { organisationId, name: 'Brest' })
    await admin.call('PUT /mail-server', { ...server, password: 'very secret indeed' })
    const ofOne = await member(house, 'administrator', { organisationId })
    const ofSite = await member(house, 'administrator', { organisationId, placeId: site.id })
    for (const caller of [ofOne, ofSite]) {
      const refused = { status: 403, body: { code: 'not-allowed' } }
      expect(await caller.send('GET /mail-server')).toMatchObject(refused)
      expect(await caller.send('PUT /mail-server', { ...server, host: '127.63.9.9' })).toMatchObject(refused)
      expect(await caller.send('POST /mail-server/try', { recipient: 'x@example.org' })).toMatchObject(
        refused,
      )
      const { rights, rightsOverEverything } = await caller.call('GET /me')
      expect(rights).toContain('settings.write')
      expect(rightsOverEverything).toEqual([])
    }
    expect(await admin.call('GET /mail-server')).toMatchObject({ host: 'mail.example.org' })
  })

  test.each([
    ['host', 'a b/c', 'The name or IP address of a machine, such as smtp.example.org.'],
    ['host', 'http://mail.example.org', 'The name or IP address of a machine, such as smtp.example.org.'],
    ['host', '', 'A value is needed.'],
    ['sender', 'x', 'An e-mail address, alone or after a name: Vigie <vigie@example.org>.'],
    ['sender', 'Vigie <x>', 'An e-mail address, alone or after a name: Vigie <vigie@example.org>.'],
  ])('says what would be right as %s instead of «%s»', async (field, value, message) => {
    const refused = await house.admin.send('PUT /mail-server', { ...server, [field]: value })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field, message }] } })
    expect(refused.body.errors).toHaveLength(1)
  })

  test.each([
    ['host', '127.63.9.9'],
    ['host', '::1'],
    ['host', 'localhost'],
    ['host', 'courriel.énergie.fr.'],
    ['sender', 'Vigie du SDIS 99 <vigie@example.org>'],
    ['sender', 'root@localhost'],
  ])('takes as %s «%s»', async (field, value) => {
    expect(await house.admin.call('PUT /mail-server', { ...server, [field]: value })).toMatchObject({
      [field]: value,
    })
    await house.admin.call('PUT /mail-server', server)
  })

  test('stays whole while the screen shows one organisation', async () => {
    const headers = { 'vigie-organisation': house.organisationId }
    expect((await house.admin.send('GET /mail-server', {}, { headers })).status).toBe(200)
  })

  test('keeps its password for the same account, and gives it to no other', async () => {
    const { admin } = house
    const kept = () => admin.call('PUT /mail-server', { ...server, password: 'very secret indeed' })
    await kept()
    expect(await admin.call('PUT /mail-server', { ...server, sender: 'other@example.org' })).toMatchObject({
      hasPassword: true,
    })
    const changes = [
      { host: '127.63.9.9' },
      { port: 2525 },
      { security: 'none' },
      { username: 'other' },
    ] as const
    for (const change of changes) {
      await kept()
      const set = await admin.call('PUT /mail-server', { ...server, ...change })
      expect(set, JSON.stringify(change)).toMatchObject({ ...change, hasPassword: false })
    }
  })

  test('that talks without end is quoted with a few', async () => {
    const talker = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.end(`554 ${'no '.repeat(10_000)}\r\n`)
    })
    await new Promise<void>((resolve) => talker.listen(0, '127.0.0.1', resolve))
    const { port } = talker.address() as AddressInfo
    await house.admin.call('PUT /mail-server', {
      ...server,
      host: '127.0.0.1',
      port,
      security: 'none',
      username: '',
    })
    const { isSent, answer } = await house.admin.call('POST /mail-server/try', { recipient: 'x@example.org' })
    expect(isSent).toBe(false)
    expect(answer).toContain('554 no no')
    expect(answer.length).toBeLessThanOrEqual(500)
    await new Promise((resolve) => talker.close(resolve))
    // Nobody listens there any more: no server said anything.
    const silent = await house.admin.call('POST /mail-server/try', { recipient: 'x@example.org' })
    expect(silent).toEqual({
      isSent: false,
      hasAnswered: false,
      answer: `No mail server listens at 127.0.0.1:${port}.`,
    })
  })
})
