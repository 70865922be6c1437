import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#kernel/ids'
import { hear, type Ear } from '#test/hear'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

let house: TestHouse
let ear: Ear
beforeAll(async () => {
  // No worker: a discovery waits until it is stopped.
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  ear = await hear(house.admin)
})
afterAll(() => house.stop())

const start = (prefix: string) =>
  house.admin.call('POST /discoveries', { organisationId: house.organisationId, prefix })

async function ended(prefix: string): Promise<string> {
  const { id } = await start(prefix)
  await house.admin.call('POST /discoveries/:id/stop', { id })
  return id
}

async function propose(discoveryId: string, address: string): Promise<string> {
  const id = newId()
  await house.database.system((tx) =>
    sql`insert into inventory.proposals
        (id, organisation_id, discovery_id, address, state, kind, facts, sources, seen_at)
      values (${id}, ${house.organisationId}, ${discoveryId}, ${address}, 'ignored', 'new',
        '{"name": "sw-1"}', '{"name": "sysName"}', kernel.clock())`.execute(tx),
  )
  return id
}

test('a discovery that is over is removed, and what it found stays with where it was read', async () => {
  const { admin } = house
  const id = await ended('10.255.7.0/30')
  const proposalId = await propose(id, '10.255.7.1')
  await admin.call('DELETE /discoveries/:id', { id })
  expect((await admin.send('GET /discoveries/:id', { id })).status).toBe(404)
  const { items } = await admin.call('GET /proposals')
  expect(items.find((one) => one.id === proposalId)).toMatchObject({
    discoveryId: null,
    state: 'ignored',
    facts: { name: 'sw-1' },
    sources: { name: 'sysName' },
  })
  await ear.until(({ type, payload }) => type === 'discovery.deleted' && payload.id === id)
  const journal = await admin.call('GET /journal', { subjectId: id, limit: 1 })
  expect(journal.items).toMatchObject([
    { operation: 'discoveries.delete', subject: { type: 'discovery', name: '10.255.7.0/30' } },
  ])
})

test('one that waits or runs is refused; among many it alone stays', async () => {
  const { admin } = house
  const waiting = (await start('10.255.8.0/30')).id
  const refused = await admin.send('DELETE /discoveries/:id', { id: waiting })
  expect(refused).toMatchObject({ status: 409, body: { code: 'conflict' } })
  expect(refused.body.detail).toContain('under way')
  const over = [await ended('10.255.9.0/30'), await ended('10.255.10.0/30')]
  const answer = await admin.call('POST /discoveries/delete', { ids: [...over, waiting], mode: 'each' })
  expect(answer).toMatchObject({ done: 2, rows: [{ done: true }, { done: true }, { code: 'conflict' }] })
  const left = (await admin.call('GET /discoveries')).items.map(({ id }) => id)
  expect(left).toContain(waiting)
  expect(left).not.toContain(over[0])
})

test('a reader may not remove one', async () => {
  const { organisationId } = house
  const id = await ended('10.255.11.0/30')
  const reader = await member(house, 'reader', { organisationId })
  expect((await reader.send('DELETE /discoveries/:id', { id })).status).toBe(403)
})
