import { afterEach, expect, test } from 'vitest'
import {
  answerFrom,
  integer,
  octets,
  response,
  startPeer,
  type Peer,
  type Row,
} from '#test/daemons/snmp-peer'
import { createSnmpEngine, type SnmpEngine } from '#protocols/snmp/index'
import { addressesIn } from '../identify/addresses.ts'
import { identify } from '../identify/facts.ts'
import { interfacesIn } from '../identify/interfaces.ts'
import { readDevice } from './read-device.ts'

// No daemon can be made to lie like this.
let peer: Peer
let engine: SnmpEngine
afterEach(async () => {
  engine.close()
  await peer.stop()
})

test('a device that answers everything with the next name and 30,000 octets costs no more than others', async () => {
  const next = (oid: string): Row => {
    const arcs = oid.split('.')
    const name = arcs.length < 11 ? [...arcs, 1] : [...arcs.slice(0, -1), Number(arcs.at(-1)) + 1]
    return [name.join('.'), octets('A'.repeat(30_000))]
  }
  peer = await startPeer('127.31.9.2', (request, reply) => {
    const one = request.oids[0]!
    reply(response(request, [request.kind === 'get' ? [one, octets('A'.repeat(30_000))] : next(one)]))
  })
  engine = createSnmpEngine()
  const credential = { version: '2c', community: 'lecture' } as const
  const session = engine.session({ address: peer.address, port: peer.port, credential })
  const reading = await readDevice(session, new AbortController().signal)
  expect(peer.requests.length).toBeLessThan(6_000)
  expect(reading.interfaces.size + reading.entities.size).toBeLessThan(20_000)
  const { facts } = identify(reading)
  const said = JSON.stringify({ facts, interfaces: interfacesIn(reading) })
  expect(said.length).toBeLessThan(2_000_000)
})

test('rows that are none, texts with controls and addresses that are none are left out, the rest is kept', async () => {
  const said: Row[] = [
    ['1.3.6.1.2.1.2.2.1.2.0', octets('zero')],
    ['1.3.6.1.2.1.2.2.1.2.1', octets('eth\r\n\u001b[31m0\u0000')],
    ['1.3.6.1.2.1.2.2.1.2.1.1', octets('two parts')],
    ['1.3.6.1.2.1.2.2.1.2.4294967295', octets('beyond')],
    ['1.3.6.1.2.1.4.20.1.2.1.1', integer(1)],
    ['1.3.6.1.2.1.4.20.1.2.10.0.0.1', integer(1)],
    ['1.3.6.1.2.1.4.20.1.2.999.1.1.1', integer(1)],
    ['1.3.6.1.2.1.31.1.1.1.18.1', octets('\u202evers le cœur 🙂'.padEnd(190, '🙂'))],
  ]
  const system: Row[] = [
    ['1.3.6.1.2.1.1.1.0', octets('Linux a\u001b]0;x\u0007 6.1\r\nof something')],
    ['1.3.6.1.2.1.1.5.0', octets('sw-1\r\nBcc: x@y\u0000\u001b[31m')],
  ]
  peer = await startPeer('127.31.9.3', (request, reply) =>
    reply(response(request, answerFrom([...system, ...said], request))),
  )
  engine = createSnmpEngine()
  const credential = { version: '2c', community: 'lecture' } as const
  const session = engine.session({ address: peer.address, port: peer.port, credential })
  const reading = await readDevice(session, new AbortController().signal)
  const interfaces = interfacesIn(reading)
  expect(interfaces).toMatchObject([{ ifIndex: 1, name: 'eth [31m0' }])
  expect(interfaces[0]!.alias).toMatch(/^vers le cœur/)
  expect(interfaces[0]!.alias.length).toBeLessThanOrEqual(180)
  expect(interfaces[0]!.alias.isWellFormed()).toBe(true)
  expect(addressesIn(reading)).toEqual([{ address: '10.0.0.1', ifIndex: 1 }])
  const { facts } = identify(reading)
  expect(facts).toMatchObject({ name: 'sw-1 Bcc: x@y [31m', description: 'Linux a ]0;x 6.1 of something' })
})
