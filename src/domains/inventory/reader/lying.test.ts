import { afterEach, expect, test } from 'vitest'
import { octets, response, startPeer, type Peer, type Row } from '#test/daemons/snmp-peer'
import { createSnmpEngine, type SnmpEngine } from '#protocols/snmp/index'
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
