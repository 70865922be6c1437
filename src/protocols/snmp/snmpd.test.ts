import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import snmp from 'net-snmp'
import { snmpdMissing, startSnmpd, type Snmpd } from '#test/daemons/snmpd'
import { createSnmpEngine, readableLine, type SnmpCredential, type SnmpUser } from './index.ts'

const missing = snmpdMissing()
const keys = { authKey: 'authpass12', privKey: 'privpass12' }
const interfaces = Array.from({ length: 48 }, (_, at) => at + 1)
const ifDescr = '1.3.6.1.2.1.2.2.1.2'
const ifInOctets = '1.3.6.1.2.1.2.2.1.10'
const ifHCInOctets = '1.3.6.1.2.1.31.1.1.1.6'
const sysName = '1.3.6.1.2.1.1.5.0'

/** What is configured in snmpd's words, and in ours. */
const users: [string, Omit<SnmpUser, 'version' | 'user'>, { auth?: string; priv?: string }][] = [
  ['none', { level: 'noAuthNoPriv' }, {}],
  ['md5', { level: 'authNoPriv', authProtocol: 'md5' }, { auth: 'MD5' }],
  ['md5des', { level: 'authPriv', authProtocol: 'md5', privProtocol: 'des' }, { auth: 'MD5', priv: 'DES' }],
  ['sha', { level: 'authNoPriv', authProtocol: 'sha1' }, { auth: 'SHA' }],
  [
    'shaaes',
    { level: 'authPriv', authProtocol: 'sha1', privProtocol: 'aes128' },
    { auth: 'SHA', priv: 'AES' },
  ],
  [
    'shaaes192',
    { level: 'authPriv', authProtocol: 'sha1', privProtocol: 'aes192' },
    { auth: 'SHA', priv: 'AES-192' },
  ],
  [
    'shaaes256',
    { level: 'authPriv', authProtocol: 'sha1', privProtocol: 'aes256' },
    { auth: 'SHA', priv: 'AES-256' },
  ],
  [
    'shac192',
    { level: 'authPriv', authProtocol: 'sha1', privProtocol: 'aes192c' },
    { auth: 'SHA', priv: 'AES-192-C' },
  ],
  [
    'shac256',
    { level: 'authPriv', authProtocol: 'sha1', privProtocol: 'aes256c' },
    { auth: 'SHA', priv: 'AES-256-C' },
  ],
  [
    'sha224',
    { level: 'authPriv', authProtocol: 'sha224', privProtocol: 'aes128' },
    { auth: 'SHA-224', priv: 'AES' },
  ],
  [
    'sha256',
    { level: 'authPriv', authProtocol: 'sha256', privProtocol: 'aes256' },
    { auth: 'SHA-256', priv: 'AES-256' },
  ],
  [
    'sha384',
    { level: 'authPriv', authProtocol: 'sha384', privProtocol: 'aes192' },
    { auth: 'SHA-384', priv: 'AES-192' },
  ],
  [
    'sha512',
    { level: 'authPriv', authProtocol: 'sha512', privProtocol: 'aes256c' },
    { auth: 'SHA-512', priv: 'AES-256-C' },
  ],
]

describe.skipIf(missing)(`Debian's snmpd${missing ? ` (skipped: ${missing})` : ''}`, () => {
  const engine = createSnmpEngine()
  let device: Snmpd

  beforeAll(async () => {
    device = await startSnmpd({
      address: '127.11.2.1',
      port: 10_161,
      sysName: 'sw-1',
      sysDescr: 'Commutateur',
      users: users.map(([name, , words]) => ({ name, ...words, ...keys })),
      overrides: [
        ...interfaces.map((port) => ({
          oid: `${ifDescr}.${port}`,
          type: 'octet' as const,
          value: `Gi1/0/${port}`,
        })),
        ...interfaces.map((port) => ({
          oid: `${ifInOctets}.${port}`,
          type: 'counter' as const,
          value: port * 9,
        })),
        ...interfaces.map((port) => ({
          oid: `${ifHCInOctets}.${port}`,
          type: 'counter64' as const,
          value: 2n ** 63n + BigInt(port),
        })),
        { oid: '1.3.6.1.4.1.9999.1.1', type: 'float', value: 1.5 },
        { oid: '1.3.6.1.4.1.9999.1.2', type: 'double', value: -2.25 },
        { oid: '1.3.6.1.4.1.9999.1.3', type: 'ipaddress', value: '10.1.2.3' },
        { oid: '1.3.6.1.4.1.9999.1.4', type: 'objectid', value: '1.3.6.1.4.1.9.12.3' },
        { oid: '1.3.6.1.4.1.9999.1.5', type: 'integer', value: -7 },
        { oid: '1.3.6.1.4.1.9999.1.6', type: 'gauge', value: 4_294_967_295 },
        { oid: '1.3.6.1.4.1.9999.1.7', type: 'timeticks', value: 4_000_000_000 },
        { oid: '1.3.6.1.4.1.9999.1.8', type: 'opaque', value: Uint8Array.of(4, 1, 65) },
        { oid: '1.3.6.1.4.1.9999.1.9', type: 'octet', value: Buffer.from('Besan\u00e7on', 'latin1') },
      ],
    })
  })
  afterAll(async () => {
    engine.close()
    await device?.stop()
  })

  const session = (credential: SnmpCredential, more: { timeoutMs?: number; retries?: number } = {}) =>
    engine.session({ address: device.address, port: device.port, credential, ...more })
  const v2c = () => session({ version: '2c', community: 'public' })

  test('every type comes back as it was given', async () => {
    const { varbinds, isComplete } = await v2c().walk('1.3.6.1.4.1.9999')
    expect(isComplete).toBe(true)
    expect(varbinds.map(({ value: { type, value } }) => [type, value])).toEqual([
      ['float', 1.5],
      ['double', -2.25],
      ['address', '10.1.2.3'],
      ['oid', '1.3.6.1.4.1.9.12.3'],
      ['integer', -7],
      ['gauge32', 4_294_967_295],
      ['ticks', 4_000_000_000],
      ['opaque', Buffer.from([4, 1, 65])],
      ['octets', Buffer.from('Besan\u00e7on', 'latin1')],
    ])
    const town = varbinds.at(-1)!.value
    expect(town.type === 'octets' && readableLine(town.value)).toBe('Besançon')
  })

  test('what the device does not hold is said, beside what it does', async () => {
    const asked = [sysName, '1.3.6.1.2.1.1.99.0', `${ifDescr}.99`]
    const inTwo = await v2c().get(asked)
    expect(asked.map((oid) => inTwo.get(oid)?.type)).toEqual(['octets', 'noSuchObject', 'noSuchInstance'])
    const inOne = await session({ version: '1', community: 'public' }).get(asked)
    expect(asked.map((oid) => inOne.get(oid)?.type)).toEqual(['octets', 'noSuchInstance', 'noSuchInstance'])
  })

  test.each(users)('version 3, user %s', async (name, ours) => {
    const user = session({ version: '3', user: name, ...keys, ...ours })
    const values = await user.get([sysName, `${ifHCInOctets}.48`])
    expect(values.get(sysName)).toEqual({ type: 'octets', value: Buffer.from('sw-1') })
    expect(values.get(`${ifHCInOctets}.48`)).toEqual({ type: 'counter64', value: 2n ** 63n + 48n })
    const { rows } = await user.walkTable([ifDescr, ifInOctets])
    expect(rows.size).toBe(48)
  })

  test('three columns of 48 rows come in few packets', async () => {
    const before = engine.counters.sent
    const table = await v2c().walkTable([ifDescr, ifInOctets, ifHCInOctets])
    expect(table).toMatchObject({ isComplete: true, isOrdered: true })
    expect([...table.rows.keys()]).toEqual(interfaces.map(String))
    for (const port of interfaces) {
      const row = table.rows.get(String(port))!
      expect(row.get(ifDescr)).toEqual({ type: 'octets', value: Buffer.from(`Gi1/0/${port}`) })
      expect(row.get(ifInOctets)).toEqual({ type: 'counter32', value: port * 9 })
      expect(row.get(ifHCInOctets)).toEqual({ type: 'counter64', value: 2n ** 63n + BigInt(port) })
    }
    expect(engine.counters.sent - before).toBeLessThan(8)
  })

  test('fifty values come in one packet, once the device has shown that it takes them', async () => {
    const oids = interfaces.map((port) => `${ifInOctets}.${port}`)
    for (let round = 0; round < 4; round++) await v2c().get(oids)
    const before = engine.counters.sent
    expect((await v2c().get(oids)).size).toBe(48)
    expect(engine.counters.sent - before).toBe(1)
  })

  test('values move as the device moves them', async () => {
    await device.setValues([{ oid: `${ifInOctets}.1`, type: 'counter', value: 77 }])
    const values = await v2c().get([`${ifInOctets}.1`])
    expect(values.get(`${ifInOctets}.1`)?.value).toBe(77)
    await device.setValues([{ oid: `${ifInOctets}.1`, type: 'counter', value: 9 }])
  })

  test('npm net-snmp reads the same', async () => {
    const { varbinds } = await v2c().walk('1.3.6.1.2.1.2')
    expect(varbinds.length).toBe(96)
    const theirs = await walkedByNetSnmp(device, '1.3.6.1.2.1.2')
    expect(varbinds.map(({ oid, value }) => [oid, String(value.value)])).toEqual(theirs)
  })

  test.each<[string, Partial<SnmpUser>, string]>([
    ['an unknown user', { user: 'nobody' }, 'unknown-user'],
    ['a wrong authentication key', { user: 'shaaes', authKey: 'wrong-password' }, 'wrong-key'],
    ['a wrong digest', { user: 'shaaes', authProtocol: 'sha256' }, 'wrong-key'],
    ['privacy for a user without it', { user: 'sha' }, 'unsupported-level'],
    ['a wrong privacy key', { user: 'shaaes', privKey: 'wrong-password' }, 'timeout'],
    [
      'a context that is not there (snmpd then says nothing)',
      { user: 'shaaes', context: 'vlan-7' },
      'timeout',
    ],
    ['a short password', { user: 'shaaes', authKey: 'short' }, 'bad-target'],
    ['no password', { user: 'shaaes', privKey: undefined }, 'bad-target'],
  ])('%s is told', async (_, wrong, code) => {
    const user = session(
      { version: '3', user: 'shaaes', level: 'authPriv', ...keys, ...wrong },
      { timeoutMs: 400, retries: 0 },
    )
    await expect(user.get([sysName])).rejects.toMatchObject({ code })
  })

  test('a wrong community is silence', async () => {
    const stranger = session({ version: '2c', community: 'private' }, { timeoutMs: 200, retries: 1 })
    await expect(stranger.get([sysName])).rejects.toMatchObject({ code: 'timeout' })
  })

  test('a silent device times out, and is there again when it answers', async () => {
    device.pause()
    const impatient = session({ version: '2c', community: 'public' }, { timeoutMs: 100, retries: 1 })
    await expect(impatient.get([sysName])).rejects.toMatchObject({ code: 'timeout' })
    device.resume()
    expect((await v2c().get([sysName])).size).toBe(1)
  })

  test('an answer that came while this process was held up counts', async () => {
    const impatient = session({ version: '2c', community: 'public' }, { timeoutMs: 100, retries: 0 })
    await v2c().get([sysName])
    const asked = new Promise<Map<string, unknown>>((resolve, reject) => {
      // In this phase of the loop timers come next, and sockets after them.
      setImmediate(() => {
        impatient.get([sysName]).then(resolve, reject)
        const until = performance.now() + 400
        while (performance.now() < until);
      })
    })
    expect((await asked).size).toBe(1)
  })

  test('what waits ends at once with its signal, its session, its engine', async () => {
    device.pause()
    const control = new AbortController()
    const own = createSnmpEngine()
    const target = {
      address: device.address,
      port: device.port,
      credential: { version: '2c', community: 'public' },
    } as const
    const first = own.session(target)
    const second = own.session(target)
    const ends = [
      first.get([sysName], { signal: control.signal }),
      first.get([sysName]),
      second.get([sysName]),
      second.walk(ifDescr, { signal: control.signal }),
    ].map((one) =>
      one.then(
        () => 'answered',
        (error: { code: string }) => error.code,
      ),
    )
    control.abort()
    expect([await ends[0], await ends[3]]).toEqual(['aborted', 'aborted'])
    first.close()
    expect(await ends[1]).toBe('closed')
    own.close()
    expect(await ends[2]).toBe('closed')
    await expect(second.get([sysName])).rejects.toMatchObject({ code: 'closed' })
    device.resume()
  })
})

describe.skipIf(missing)('over IPv6', () => {
  test('an address in its long form is the device of the short one', async () => {
    const device = await startSnmpd({
      address: '::1',
      port: 10_162,
      sysName: 'six',
      users: [{ name: 'u', auth: 'SHA', priv: 'AES', ...keys }],
    })
    const engine = createSnmpEngine()
    const target = { address: '0:0:0:0:0:0:0:1', port: 10_162 }
    const user = { version: '3', user: 'u', level: 'authPriv', ...keys } as const
    for (const credential of [{ version: '2c', community: 'public' } as const, user]) {
      const values = await engine.session({ ...target, credential }).get([sysName])
      expect(values.get(sysName)?.value).toEqual(Buffer.from('six'))
    }
    expect(engine.stats()).toMatchObject({ devices: 1, strange: 0 })
    engine.close()
    await device.stop()
  })
})

function walkedByNetSnmp({ address, port }: Snmpd, root: string): Promise<[string, string][]> {
  const theirs = snmp.createSession(address, 'public', { port, version: snmp.Version2c })
  const rows: [string, string][] = []
  return new Promise((resolve, reject) => {
    theirs.subtree(
      root,
      20,
      (varbinds) => {
        // What it returns would end the walk.
        rows.push(...varbinds.map(({ oid, value }): [string, string] => [oid, String(value)]))
      },
      (error) => {
        theirs.close()
        if (error) reject(error)
        else resolve(rows)
      },
    )
  })
}
