import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSmtp, type TestSmtp } from '#test/daemons/smtp'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'
import { addAsset, until } from '#test/supervision/device'

let smtp: TestSmtp
let house: TestHouse
beforeAll(async () => {
  smtp = await startSmtp()
  house = await startTestHouse({
    VIGIE_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
    VIGIE_MAIL_FROM: 'vigie@example.org',
  })
})
afterAll(async () => {
  await house.stop()
  await smtp.stop()
})

test('an alert tells what became of it: opened, told, acknowledged, over; its mail leads to it', async () => {
  const { admin, organisationId } = house
  const site = await admin.call('POST /sites', { organisationId, name: 'Brest' })
  // Of TEST-NET-1 (RFC 5737), where nobody answers.
  const assetId = await addAsset(house, 'sw-history', '192.0.2.91', site.id)
  const open = async () => (await admin.call('GET /alerts', { assetId })).items
  await until(async () => (await open()).length === 1)
  const { id } = (await open())[0]!
  const historyOf = async () => (await admin.call('GET /alerts/:id/history', { id })).items
  await until(async () => (await historyOf()).some(({ mail }) => mail?.state === 'sent'))
  expect(smtp.mails.find(({ raw }) => raw.includes('sw-history'))!.raw).toContain(`/alerts/${id}`)

  const { body } = await admin.send('POST /alerts/acknowledge', {
    ids: [id],
    change: { comment: 'En route' },
    mode: 'each',
  })
  expect(body).toMatchObject({ done: 1 })
  await admin.call('POST /alerts/:id/unacknowledge', { id })
  await admin.call('PATCH /assets/:id', { id: assetId, lifeCycle: 'retired' }, { ifMatch: '*' })
  await until(async () => (await historyOf()).filter(({ mail }) => mail?.state === 'sent').length === 2)

  const told = (await historyOf()).toReversed().filter(({ what }) => what !== 'told')
  expect(told).toMatchObject([
    { what: 'opened', state: 'critical' },
    { what: 'acknowledged', who: 'Camille Martin', comment: 'En route' },
    { what: 'unacknowledged', who: 'Camille Martin', comment: null },
    { what: 'closed' },
  ])
  // Who sees only a part of an organisation is not told who reads mails.
  const reader = await member(house, 'reader', { organisationId, placeId: site.id })
  const { items } = await reader.call('GET /alerts/:id/history', { id })
  expect(items.map(({ what }) => what).toSorted()).toEqual([
    'acknowledged',
    'closed',
    'opened',
    'unacknowledged',
  ])

  expect((await admin.send('DELETE /assets/:id', { id: assetId })).status).toBe(204)
  expect((await historyOf()).map(({ what }) => what)).toContain('closed')
})
