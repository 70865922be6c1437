import { afterEach, describe, expect, test } from 'vitest'
import { snmpdMissing, startSnmpd, type Snmpd, type SnmpdOptions } from '#test/daemons/snmpd'
import { createSnmpEngine, type SnmpUser } from '../index.ts'

const missing = snmpdMissing()
const keys = { authKey: 'authpass12', privKey: 'privpass12' }
const user: SnmpUser = { version: '3', user: 'u', level: 'authPriv', ...keys }
const sysName = '1.3.6.1.2.1.1.5.0'
const running: Snmpd[] = []

async function start(options: SnmpdOptions): Promise<Snmpd> {
  const device = await startSnmpd({
    port: 10_163,
    users: [{ name: 'u', auth: 'SHA', priv: 'AES', ...keys }],
    ...options,
  })
  running.push(device)
  return device
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((device) => device.stop()))
})

describe.skipIf(missing)(`engines and their addresses${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test('cloned engines are read side by side, and reported', async () => {
    const engineId = '80001f8804636c6f6e65'
    const engine = createSnmpEngine()
    const one = await start({ address: '127.11.3.1', sysName: 'one', engineId })
    const two = await start({ address: '127.11.3.2', sysName: 'two', engineId })
    await start({ address: '127.11.3.3', sysName: 'three' })
    for (let round = 0; round < 3; round++) {
      for (const [address, name] of [
        ['127.11.3.1', 'one'],
        ['127.11.3.2', 'two'],
        ['127.11.3.3', 'three'],
      ]) {
        const values = await engine
          .session({ address: address!, port: 10_163, credential: user })
          .get([sysName])
        expect(values.get(sysName)?.value).toEqual(Buffer.from(name!))
      }
    }
    expect(engine.stats().clones).toEqual([{ engineId, addresses: [one.address, two.address] }])
    engine.close()
  })

  test('a device that restarts, and one that takes its place, are followed', async () => {
    const engine = createSnmpEngine()
    const session = engine.session({ address: '127.11.3.4', port: 10_163, credential: user })
    const engineIds = ['80001f880461', '80001f880461', '80001f880462']
    for (const [round, engineId] of engineIds.entries()) {
      // The state is of each process: its boots start over, as they do where a device keeps none.
      const device = await start({ address: '127.11.3.4', sysName: `round ${round}`, engineId })
      const values = await session.get([sysName])
      expect(values.get(sysName)?.value).toEqual(Buffer.from(`round ${round}`))
      expect(session.learned().engineId).toBe(engineId)
      await device.stop()
    }
    engine.close()
  })

  test('a context is another view of the same device', async () => {
    await start({ address: '127.11.3.5', sysName: 'behind' })
    const front = await start({
      address: '127.11.3.6',
      sysName: 'front',
      lines: ['proxy -Cn vlan-7 -v 2c -c public 127.11.3.5:10163 .1.3'],
    })
    const engine = createSnmpEngine()
    const names = [undefined, 'vlan-7'].map(async (context) => {
      const target = { address: front.address, port: 10_163, credential: { ...user, context } }
      return (await engine.session(target).get([sysName])).get(sysName)?.value?.toString()
    })
    expect(await Promise.all(names)).toEqual(['front', 'behind'])
    engine.close()
  })
})
