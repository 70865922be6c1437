import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '../house.ts'
import { inputSchema, sampleInput } from '../sample.ts'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

const values = ['abc', 1e308, -1, true, '\ud800', 'a\u0000b', '0000-01-01T00:00:00Z', '']

test('forged cursors are refused or lead somewhere, for each order of each list', async () => {
  const wrong: string[] = []
  for (const operation of house.operations) {
    const { cursor, sort } = inputSchema(operation).properties ?? {}
    if (!cursor || !sort?.enum) continue
    const base = sampleInput(operation, { organisationId: house.organisationId })
    const orders = sort.enum.flatMap((order) => values.map((value) => [order, value] as const))
    for (const [order, value] of orders) {
      const forged = [order, value, '00000000-0000-7000-8000-000000000000']
      const written = Buffer.from(JSON.stringify(forged)).toString('base64url')
      const { status } = await house.admin.send(operation.route, { ...base, sort: order, cursor: written })
      if (status >= 500)
        wrong.push(`${operation.name} by ${String(order)} from ${JSON.stringify(value)}: ${status}`)
    }
  }
  expect(wrong).toEqual([])
}, 600_000)
