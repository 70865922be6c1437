import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house?.stop())

test('credentials are read, exported and told of over time, never with their secrets', async () => {
  const { admin, organisationId } = house
  const { id } = await admin.call('POST /credentials', {
    organisationId,
    name: 'Lecture',
    settings: { version: '2c', port: 161 },
    secret: { community: 'a very secret community' },
  })
  await admin.call('PATCH /credentials/:id', { id, name: 'Lecture seule' }, { ifMatch: 1 })
  expect(await admin.call('GET /credentials/:id', { id })).toMatchObject({
    name: 'Lecture seule',
    version: 2,
  })
  const history = await admin.call('GET /credentials/:id/history', { id })
  expect(history.items.map(({ operation }) => operation)).toEqual([
    'credentials.update',
    'credentials.create',
  ])
  const csv = await admin.send('GET /credentials/export', { headings: 'names' } as never)
  expect(String(csv.body)).toContain(
    'name,version,port,assets,position,updatedAt\r\nLecture seule,2c,161,0,1,',
  )
  const json = await admin.send('GET /credentials/export', { format: 'json' } as never)
  expect(json.body).toMatchObject([{ id, name: 'Lecture seule' }])
  expect(JSON.stringify([history, csv.body, json.body])).not.toContain('a very secret')
})

test('discoveries are exported', async () => {
  const { admin, organisationId } = house
  await admin.call('POST /discoveries', { organisationId, prefix: '127.36.0.0/30', confirmed: true })
  const csv = await admin.send('GET /discoveries/export', { headings: 'names' } as never)
  expect(String(csv.body)).toMatch(
    /^prefix,state,total,answered,identified,new,changed,createdAt\r\n127\.36\.0\.0\/30,/,
  )
})
