import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { snmpdMissing, startSnmpd } from '#test/daemons/snmpd'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'
import type { Client } from '../client.ts'
import { discover, until } from './device.ts'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

const missing = snmpdMissing()
const community = 'sdis99-read-4711'

const primary = async (client: Client, assetId: string) => {
  const { items } = await client.call('GET /addresses', { assetId })
  return items.find(({ isPrimary }) => isPrimary)!
}
const snmpCheck = async (assetId: string) => {
  const { items } = await house.admin.call('GET /checks', { assetId, template: 'snmp-basics' })
  return items[0] ?? { state: null, lacks: null }
}
const becomes = (
  assetId: string,
  holds: (check: { state: string | null; lacks: string | null }) => boolean,
) => until(async () => holds(await snmpCheck(assetId)))

function upload(client: Client, file: string) {
  const query = new URLSearchParams({ organisationId: house.organisationId })
  return client.send(`POST /assets/import?${query}`, undefined, {
    raw: file,
    headers: { 'content-type': 'text/csv' },
  })
}

/** Writes down whatever is sent to an address, as somebody who waits for a community does. */
async function listen(address: string): Promise<{ heard: string[]; socket: Socket }> {
  const heard: string[] = []
  const socket = createSocket('udp4').on('message', (message) => void heard.push(message.toString('latin1')))
  socket.bind(161, address)
  await once(socket, 'listening')
  return { heard, socket }
}

test.skipIf(missing)(
  'a community is not told at an address that somebody without the right to send it gave an asset',
  { timeout: 120_000 },
  async () => {
    const { admin, organisationId } = house
    const device = await startSnmpd({ address: '127.23.0.2', community, sysName: 'sw-quimper-1' })
    const moved = await startSnmpd({ address: '127.23.0.3', community, sysName: 'sw-quimper-1' })
    const evil = await listen('127.23.0.66')
    try {
      const credential = await admin.call('POST /credentials', {
        organisationId,
        name: 'reads all',
        settings: { version: '2c' },
        secret: { community },
      })
      const [assetId = ''] = await discover(house, '127.23.0.2/32')
      await becomes(assetId, ({ state }) => state === 'ok')
      const { id: placeId } = await admin.call('POST /sites', { organisationId, name: 'Quimper' })
      await admin.call('PATCH /assets/:id', { id: assetId, siteId: placeId }, { ifMatch: '*' })
      const ofSite = await member(house, 'administrator', { organisationId, placeId })

      const { id } = await primary(ofSite, assetId)
      await ofSite.call('PATCH /addresses/:id', { id, address: '127.23.0.66' }, { ifMatch: '*' })
      await becomes(assetId, ({ lacks }) => lacks === 'confirmation')
      expect((await upload(ofSite, 'name,address\nsw-quimper-1,127.23.0.67\n')).status).toBe(200)
      expect((await upload(ofSite, 'name,address\nsw-quimper-1,127.23.0.66\n')).status).toBe(200)
      await ofSite.call('POST /addresses', { assetId, address: '127.23.0.3', isPrimary: true })
      await becomes(assetId, ({ lacks }) => lacks === 'confirmation')
      const health = await admin.call('GET /supervision/health', {})
      expect(health.resting.confirmation).toBe(1)

      // Who gives it back the address at which it answered needs nobody.
      const now = await primary(ofSite, assetId)
      await ofSite.call('PATCH /addresses/:id', { id: now.id, address: '127.23.0.2' }, { ifMatch: '*' })
      await becomes(assetId, ({ lacks, state }) => lacks === null && state === 'ok')

      // At the new one, whoever may send the credential sees that it answers: supervision goes on.
      await ofSite.call('PATCH /addresses/:id', { id: now.id, address: '127.23.0.3' }, { ifMatch: '*' })
      await becomes(assetId, ({ lacks }) => lacks === 'confirmation')
      const tried = await admin.call('POST /credentials/:id/try', {
        id: credential.id,
        address: '127.23.0.3',
      })
      expect(tried.answers).toBe(true)
      await becomes(assetId, ({ lacks, state }) => lacks === null && state === 'ok')
      expect(evil.heard).toEqual([])
    } finally {
      evil.socket.close()
      await device.stop()
      await moved.stop()
    }
  },
)

test.skipIf(missing)(
  'supervision follows by itself where an engineer renumbers, one by one or in a file',
  { timeout: 120_000 },
  async () => {
    const { admin, organisationId } = house
    const device = await startSnmpd({ address: '127.23.1.2', community, sysName: 'sw-brest-7' })
    const later = [await listen('127.23.1.3'), await listen('127.23.1.4')]
    try {
      const [assetId = ''] = await discover(house, '127.23.1.2/32')
      await becomes(assetId, ({ state }) => state === 'ok')
      const engineer = await member(house, 'engineer', { organisationId })
      const { id } = await primary(admin, assetId)
      const asked = ({ heard }: { heard: string[] }) =>
        until(async () => heard.some((message) => message.includes(community)))
      await engineer.call('PATCH /addresses/:id', { id, address: '127.23.1.3' }, { ifMatch: '*' })
      await asked(later[0]!)
      expect((await upload(engineer, 'name,address\nsw-brest-7,127.23.1.4\n')).status).toBe(200)
      await asked(later[1]!)
      expect((await snmpCheck(assetId)).lacks).toBeNull()
    } finally {
      for (const { socket } of later) socket.close()
      await device.stop()
    }
  },
)

test.skipIf(missing)(
  'a check that waits for somebody to confirm its address lacks the credential once that is deleted',
  { timeout: 120_000 },
  async () => {
    const { admin, organisationId } = house
    const device = await startSnmpd({ address: '127.23.2.2', community, sysName: 'sw-vannes-1' })
    try {
      const [assetId = ''] = await discover(house, '127.23.2.2/32')
      await becomes(assetId, ({ state }) => state === 'ok')
      const { id: placeId } = await admin.call('POST /sites', { organisationId, name: 'Vannes' })
      await admin.call('PATCH /assets/:id', { id: assetId, siteId: placeId }, { ifMatch: '*' })
      const ofSite = await member(house, 'administrator', { organisationId, placeId })
      const { id } = await primary(ofSite, assetId)
      await ofSite.call('PATCH /addresses/:id', { id, address: '127.23.2.66' }, { ifMatch: '*' })
      await becomes(assetId, ({ lacks }) => lacks === 'confirmation')
      const { items } = await admin.call('GET /credentials', {})
      for (const one of items) await admin.call('DELETE /credentials/:id', { id: one.id })
      await becomes(assetId, ({ lacks }) => lacks === 'credential')
    } finally {
      await device.stop()
    }
  },
)
