import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSmtp, type TestSmtp } from '#test/daemons/smtp'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'
import { addAsset, until } from '#test/supervision/device'
import { follow, type Followed } from '#test/supervision/follow'

let smtp: TestSmtp
let house: TestHouse
let events: Followed
beforeAll(async () => {
  smtp = await startSmtp()
  house = await startTestHouse({
    VIGIE_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    VIGIE_MAIL_FROM: 'vigie@example.org',
  })
  events = await follow(house.admin)
})
afterAll(async () => {
  events.close()
  await house.stop()
  await smtp.stop()
})

/** Of TEST-NET-1 (RFC 5737), where nobody answers: its alert is open, and told, within seconds. */
async function failing(name: string, last: number): Promise<{ id: string; siteId: string }> {
  const site = await house.admin.call('POST /sites', {
    organisationId: house.organisationId,
    name: `Site ${name}`,
  })
  const id = await addAsset(house, name, `192.0.2.${last}`, site.id)
  await events.next('alert.opened', (payload) => payload.assetId === id)
  return { id, siteId: site.id }
}

/** What the administrator was told of it. */
async function subjectsOf(name: string): Promise<string[]> {
  const { items } = await house.admin.call('GET /messages', {})
  return items
    .filter(({ recipient }) => !recipient.startsWith('member-'))
    .map(({ subject }) => subject)
    .filter((subject) => subject.includes(name))
}

async function isOver(id: string, name: string, ended: string): Promise<void> {
  await events.next('alert.closed', (payload) => payload.assetId === id)
  await until(async () => (await subjectsOf(name)).length >= 2)
  expect((await subjectsOf(name)).toSorted()).toEqual([
    `[Vigie] Critical: ${name} – no longer answers ping`,
    `[Vigie] No longer watched: ${name} – Does not answer ping`,
  ])
  expect(events.said('alert.closed').filter(({ payload }) => payload.assetId === id)).toHaveLength(1)
  const { items } = await house.admin.call('GET /alerts', { q: name })
  expect(items).toMatchObject([{ assetName: name, siteName: `Site ${name}`, ended }])
}

test('an asset that is retired is told of, once, and anew where it comes back', async () => {
  const { admin } = house
  const { id } = await failing('sw-retired', 81)
  const set = async (lifeCycle: 'retired' | 'in-service') =>
    admin.call('PATCH /assets/:id', { id, lifeCycle }, { ifMatch: '*' })
  await set('retired')
  await isOver(id, 'sw-retired', 'service')
  const { organisationId } = house
  await admin.call('POST /services', { organisationId, name: 'Access to NEXSIS', assetIds: [id] })
  await set('in-service')
  await until(async () => (await subjectsOf('sw-retired')).length === 3)
  await until(async () => smtp.mails.some(({ raw }) => raw.includes('Hurts: Access to NEXSIS')))
  expect((await admin.call('GET /alerts', { assetId: id, isOpen: 'true' })).total).toBe(1)
})

test('a check that is switched off, and one whose address is taken away', async () => {
  const { admin } = house
  const { organisationId } = house
  const { id: off, siteId } = await failing('sw-off', 82)
  // Somebody who may change this site's checks and sees nothing of who is told.
  const engineer = await member(house, 'engineer', { organisationId, placeId: siteId })
  const [check] = (await admin.call('GET /checks', { assetId: off })).items
  await engineer.call('PATCH /checks/:id', { id: check!.id, isEnabled: false }, { ifMatch: '*' })
  await isOver(off, 'sw-off', 'off')

  const { id: moved } = await failing('sw-moved', 83)
  const { items } = await admin.call('GET /addresses', { assetId: moved })
  await admin.send('DELETE /addresses/:id', { id: items[0]!.id })
  await isOver(moved, 'sw-moved', 'address')
})

test('an asset that is deleted is told of, and its history keeps its name', async () => {
  const { admin } = house
  const { id, siteId } = await failing('sw-born', 84)
  await until(async () => (await subjectsOf('sw-born')).length === 1)
  await admin.call('PATCH /assets/:id', { id, name: 'sw-grown' }, { ifMatch: '*' })
  const { organisationId } = house
  const reader = await member(house, 'reader', { organisationId, placeId: siteId })
  expect((await admin.send('DELETE /assets/:id', { id })).status).toBe(204)
  // At once: whoever looks at the open alerts sees it no more.
  expect((await admin.call('GET /alerts', { q: 'Site sw-born', isOpen: 'true' })).total).toBe(0)
  await events.next('alert.closed', (payload) => payload.assetId === id)
  await until(async () => (await subjectsOf('sw-grown')).length === 1)
  expect(await subjectsOf('sw-grown')).toEqual(['[Vigie] No longer watched: sw-grown – Does not answer ping'])
  const [alert] = (await reader.call('GET /alerts', { q: 'sw-grown' })).items
  expect(alert).toMatchObject({ assetId: id, isAssetGone: true, siteName: 'Site sw-born', level: 3 })
  expect(await reader.call('GET /alerts/:id', { id: alert!.id })).toMatchObject({ ended: 'deleted' })
  const told = () => smtp.mails.find(({ raw }) => raw.includes('sw-grown'))
  await until(async () => told() !== undefined)
  expect(told()!.raw).toContain('the asset was deleted')
})
