import snmp from 'net-snmp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSnmpEngine, type SnmpUser } from './index.ts'

// npm net-snmp shares no line with us, nor with snmpd.
const keys = { authKey: 'authpass12', privKey: 'privpass12' }
const address = '127.11.8.1'
const port = 10_181
const column = '1.3.6.1.4.1.9999.7.1.2'

const users: [string, Partial<SnmpUser>, { authProtocol?: string; privProtocol?: string }][] = [
  ['none', { level: 'noAuthNoPriv' }, {}],
  ['md5', { level: 'authNoPriv', authProtocol: 'md5' }, { authProtocol: 'md5' }],
  ['sha224', { level: 'authNoPriv', authProtocol: 'sha224' }, { authProtocol: 'sha224' }],
  ['sha384', { level: 'authNoPriv', authProtocol: 'sha384' }, { authProtocol: 'sha384' }],
  ['aes', { authProtocol: 'sha1', privProtocol: 'aes128' }, { authProtocol: 'sha', privProtocol: 'aes' }],
  [
    'aes256b',
    { authProtocol: 'sha1', privProtocol: 'aes256' },
    { authProtocol: 'sha', privProtocol: 'aes256b' },
  ],
  [
    'aes256r',
    { authProtocol: 'sha1', privProtocol: 'aes256c' },
    { authProtocol: 'sha', privProtocol: 'aes256r' },
  ],
  [
    'md5r',
    { authProtocol: 'md5', privProtocol: 'aes256c' },
    { authProtocol: 'md5', privProtocol: 'aes256r' },
  ],
  [
    'sha512',
    { authProtocol: 'sha512', privProtocol: 'aes256' },
    { authProtocol: 'sha512', privProtocol: 'aes256b' },
  ],
]

describe('the agent of npm net-snmp', () => {
  const engine = createSnmpEngine()
  let agent: ReturnType<typeof snmp.createAgent>

  beforeAll(() => {
    agent = snmp.createAgent({ address, port }, () => undefined)
    agent.getAuthorizer().addCommunity('public')
    for (const [name, ours, theirs] of users) {
      agent.getAuthorizer().addUser({
        name,
        level: snmp.SecurityLevel[ours.level ?? 'authPriv'],
        authProtocol: snmp.AuthProtocols[theirs.authProtocol ?? 'none'],
        privProtocol: snmp.PrivProtocols[theirs.privProtocol ?? 'none'],
        ...keys,
      })
    }
    for (let row = 1; row <= 300; row++) {
      const name = `row${row}`
      agent.getMib().registerProvider({
        name,
        type: snmp.MibProviderType['Scalar'],
        oid: `${column}.${row}`,
        scalarType: snmp.ObjectType['OctetString'],
        maxAccess: snmp.MaxAccess['read-only'],
      })
      agent.getMib().setScalarValue(name, `value ${row}`)
    }
  })
  afterAll(() => {
    engine.close()
    agent.close()
  })

  test.each(users)('understands user %s, and we what it answers', async (name, ours) => {
    const credential: SnmpUser = { version: '3', level: 'authPriv', user: name, ...keys, ...ours }
    const session = engine.session({ address, port, credential })
    const oids = Array.from({ length: 20 }, (_, at) => `${column}.${at + 1}.0`)
    const values = await session.get(oids)
    expect(oids.map((oid) => String(values.get(oid)?.value))).toEqual(oids.map((_, at) => `value ${at + 1}`))
  })

  test.each(['1', '2c'] as const)('is walked to its end in version %s', async (version) => {
    const session = engine.session({ address, port, credential: { version, community: 'public' } })
    const { varbinds, isComplete, isOrdered } = await session.walk('1.3.6.1.4.1.9999')
    expect({ rows: varbinds.length, isComplete, isOrdered }).toEqual({
      rows: 300,
      isComplete: true,
      isOrdered: true,
    })
    expect(String(varbinds[299]!.value.value)).toBe('value 300')
  })
})
