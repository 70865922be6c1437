import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

test('roles are taken out with their rights', async () => {
  const { body } = await house.admin.send('GET /roles/export', { format: 'json' })
  expect(body).toContainEqual(
    expect.objectContaining({ builtin: 'reader', rights: expect.arrayContaining(['asset.read']) }),
  )
})
