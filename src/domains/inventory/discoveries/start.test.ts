import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import { member, type Member } from '#test/member'
import { credentialsToTry } from '../credentials/door.ts'

let house: TestHouse
let siteId: string
let community: string
let ofSite: Member
let ofWhole: Member
beforeAll(async () => {
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  const { admin, organisationId } = house
  siteId = (await admin.call('POST /sites', { organisationId, name: 'Brest' })).id
  community = (
    await admin.call('POST /credentials', {
      organisationId,
      name: 'SNMP v2c',
      settings: { version: '2c' },
      secret: { community: 'between us' },
    })
  ).id
  ofSite = await member(house, 'technician', { organisationId, placeId: siteId })
  ofWhole = await member(house, 'technician', { organisationId })
})
afterAll(() => house?.stop())

const start = (by: Member, prefix: string, more: object = {}) =>
  by.send('POST /discoveries', { organisationId: house.organisationId, siteId, prefix, ...more })

describe('a discovery', () => {
  test('tells its credentials only where who started it may see them', async () => {
    expect(await start(ofSite, '10.255.1.0/30')).toMatchObject({ status: 201, body: { credentialIds: [] } })
    const named = await start(ofSite, '10.255.1.0/30', { credentialIds: [community] })
    expect(named).toMatchObject({ status: 422, body: { errors: [{ field: 'credentialIds' }] } })
    const whole = await start(ofWhole, '10.255.1.0/30')
    expect(whole).toMatchObject({ status: 201, body: { credentialIds: [community] } })
    // The worker, which sees everything, takes none that was not resolved.
    const tried = await house.database.system((tx) => credentialsToTry(tx, house.organisationId, []))
    expect(tried).toEqual([])
  })

  test('beyond private space takes the right over the whole organisation', async () => {
    for (const prefix of ['8.8.8.8/32', '127.63.7.7/32', '169.254.1.1', '192.160.0.0/12', '100.64.0.1']) {
      const answer = await start(ofSite, prefix, { confirmedOutside: true, confirmed: true })
      expect(answer, prefix).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
    }
    for (const prefix of ['10.1.2.0/24', '172.31.255.0/24', '192.168.4.5'])
      expect((await start(ofSite, prefix)).status, prefix).toBe(201)
    expect((await start(ofWhole, '100.64.0.1', { confirmedOutside: true })).status).toBe(201)
  })

  test('of the machine that Vigie runs on takes it over everything', async () => {
    for (const prefix of ['127.63.7.7/32', '169.254.1.1'])
      expect(await start(ofWhole, prefix, { confirmedOutside: true }), prefix).toMatchObject({
        status: 403,
        body: { code: 'not-allowed' },
      })
    const ofHouse = await member(house, 'technician')
    expect((await start(ofHouse, '127.63.7.7/32')).status).toBe(201)
  })

  test('of other people’s addresses is confirmed, apart from its size', async () => {
    for (const more of [{}, { confirmed: true }]) {
      const asked = await start(ofWhole, '8.8.0.0/16', more)
      expect(asked).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'prefix', code: 'prefixOutside' }] },
      })
    }
    const large = await start(ofWhole, '8.8.0.0/16', { confirmedOutside: true })
    expect(large).toMatchObject({ status: 422, body: { errors: [{ field: 'prefix', code: 'prefixLarge' }] } })
    expect((await start(ofWhole, '8.8.8.8', { confirmedOutside: true })).status).toBe(201)
  })
})
