import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { ConfigurationFault, listeningOn, readConfig, settings, type Config } from './config.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })))

function folder(yaml?: string): string {
  const made = mkdtempSync(join(tmpdir(), 'vigie-config-'))
  folders.push(made)
  if (yaml !== undefined) writeFileSync(join(made, 'vigie.yaml'), yaml)
  return made
}

const read = (env: NodeJS.ProcessEnv, yaml?: string): Config => readConfig({ env, cwd: folder(yaml) })

function mistakes(env: NodeJS.ProcessEnv, yaml?: string): string[] {
  try {
    read(env, yaml)
  } catch (fault) {
    if (fault instanceof ConfigurationFault)
      return fault.sentence
        .split('\n')
        .slice(1, -1)
        .map((line) => line.trim())
    throw fault
  }
  return []
}

test('with nothing set, Vigie listens on loopback alone, without encryption, on a database of its own', () => {
  const cwd = folder()
  expect(readConfig({ env: { PATH: '/bin' }, cwd })).toEqual({
    dataFolder: join(cwd, 'data'),
    listen: { host: '127.0.0.1', port: 8420 },
    url: 'http://localhost:8420',
    isUrlGiven: false,
    trustedProxies: [],
    tls: { mode: 'off' },
    databaseUrl: null,
    firstAdministrator: null,
    masterKey: null,
    smtp: null,
    outgoingProxy: null,
    logLevel: 'info',
    roles: ['web', 'worker'],
    testControl: null,
  })
})

test('vigie.yaml says the same things, and the environment wins', () => {
  const yaml = `
data: /srv/vigie
listen: 127.0.0.1:9000
admin: { email: a@example.org, password: "from file" }
trustedProxies: [10.0.0.0/8, "::1"]
httpsProxy: http://proxy:3128
noProxy: example.org
tls:
  cert: chain.pem
  key: key.pem
roles: [worker]
`
  const config = read({ VIGIE_LISTEN: '127.0.0.1:9001', VIGIE_ADMIN_PASSWORD: 'from environment' }, yaml)
  expect(config.dataFolder).toBe('/srv/vigie')
  expect(config.listen.port).toBe(9001)
  expect(config.firstAdministrator).toEqual({
    email: 'a@example.org',
    password: 'from environment',
    organisation: null,
    language: 'fr',
  })
  expect(config.trustedProxies).toEqual(['10.0.0.0/8', '::1'])
  expect(config.outgoingProxy).toEqual({ url: 'http://proxy:3128', except: ['example.org'] })
  expect(config.tls).toMatchObject({ mode: 'files', keyFile: join(folders[0]!, 'key.pem') })
  expect(config.url).toBe('https://localhost:9001')
  expect(config.roles).toEqual(['worker'])
})

test('every mistake is listed at once, with what was read and what would be right', () => {
  const env = {
    VIGIE_LISTEN: '127.0.0.1',
    VIGIE_LISTEM: 'x',
    VIGIE_TRUSTED_PROXIES: '10.0.0.0/8, nonsense',
    VIGIE_URL: 'https://vigie.example.org/path',
    VIGIE_LOG_LEVEL: 'loud',
    VIGIE_TLS_CERT: '/etc/chain.pem',
  }
  expect(mistakes(env, 'lisen: x\nadmin: { emial: a@b }\n')).toEqual([
    'vigie.yaml: lisen: no such setting; did you mean "listen"?',
    'vigie.yaml: admin.emial: no such setting; did you mean "admin.email"?',
    'VIGIE_LISTEM: no such setting; did you mean "VIGIE_LISTEN"?',
    'VIGIE_LISTEN: "127.0.0.1" is not understood; expected host:port, such as 127.0.0.1:8420, [::1]:8420 or :8420',
    'VIGIE_URL: "https://vigie.example.org/path" is not understood; expected an address such as https://vigie.example.org, without a path',
    'VIGIE_TRUSTED_PROXIES: "10.0.0.0/8, nonsense" is not understood; expected addresses or prefixes such as 10.0.0.0/8, 192.0.2.7, fd00::/8',
    'VIGIE_LOG_LEVEL: "loud" is not understood; expected one of fatal, error, warn, info, debug, trace, silent',
    'VIGIE_TLS_KEY: missing; VIGIE_TLS_CERT needs it',
  ])
})

test('no secret is repeated in what is said of a mistake', () => {
  const env = {
    DATABASE_URL: 'mysql://root:hunter2@db',
    VIGIE_MASTER_KEY: 'hunter2',
    VIGIE_SMTP_URL: 'http://me:hunter2@mail',
    HTTPS_PROXY: 'ftp://me:hunter2@proxy',
  }
  const said = mistakes(env, 'admin:\n  password: hunter2\n')
  expect(said.map((line) => line.split(':')[0])).toEqual([
    'DATABASE_URL',
    'VIGIE_MASTER_KEY',
    'VIGIE_SMTP_URL',
    'HTTPS_PROXY',
    'VIGIE_ADMIN_EMAIL',
    'VIGIE_MAIL_FROM',
  ])
  expect(said.join()).not.toContain('hunter2')
})

test('a vigie.yaml that is not YAML, or not keys and values, is a mistake with its line', () => {
  expect(mistakes({}, 'listen: [1,\n')).toEqual([expect.stringMatching(/^vigie.yaml: .* line \d/)])
  expect(mistakes({}, 'listen: *there')).toEqual([expect.stringMatching(/^vigie.yaml: Unresolved alias/)])
  expect(mistakes({}, '- listen')).toEqual([
    'vigie.yaml: keys and values are expected, such as "listen: 127.0.0.1:8420"',
  ])
  expect(mistakes({}, 'admin: me')).toEqual([expect.stringContaining('vigie.yaml: admin: keys and values')])
  expect(mistakes({}, 'listen: {}')).toEqual([expect.stringContaining('vigie.yaml: listen: a single value')])
  expect(mistakes({}, '# nothing yet\n')).toEqual([])
})

test('a list in vigie.yaml is read only where several values make sense', () => {
  expect(mistakes({}, 'tls: { cert: [1], key: key.pem }')).toEqual([
    'vigie.yaml: tls.cert: a single value is expected',
    'VIGIE_TLS_CERT: missing; VIGIE_TLS_KEY needs it',
  ])
  expect(mistakes({}, 'trustedProxies: [[10.0.0.0/8]]')).toEqual([
    'vigie.yaml: trustedProxies: a single value or a list is expected',
  ])
})

test('a password of digits in vigie.yaml keeps its first zeros', () => {
  const yaml = 'admin:\n  email: a@example.org\n  password: 001234567890\n'
  expect(read({}, yaml).firstAdministrator?.password).toBe('001234567890')
})

test('what others ask of a setting is listed among the mistakes, where it was written', () => {
  const judges = { VIGIE_ADMIN_PASSWORD: () => 'too short' }
  const cwd = folder('admin: { email: a@example.org, password: x }\nlisen: y\n')
  expect(() => readConfig({ env: {}, cwd, judges })).toThrow(
    /lisen: no such setting.*\n {2}vigie\.yaml: admin\.password: too short/s,
  )
})

test.each([
  [':8420', '::', `https://${hostname()}:8420`, 'self-signed'],
  ['0.0.0.0:443', '0.0.0.0', `https://${hostname()}`, 'self-signed'],
  ['192.0.2.7:8443', '192.0.2.7', 'https://192.0.2.7:8443', 'self-signed'],
  ['[2001:db8::1]:8420', '2001:db8::1', 'https://[2001:db8::1]:8420', 'self-signed'],
  ['[::1]:80', '::1', 'http://localhost', 'off'],
  ['127.9.8.7:8420', '127.9.8.7', 'http://127.9.8.7:8420', 'off'],
])('listening on %s means host %s, the address %s, and encryption %s', (listen, host, url, mode) => {
  expect(read({ VIGIE_LISTEN: listen })).toMatchObject({ listen: { host }, url, tls: { mode } })
})

test.each(['8420', '127.0.0.1:70000', '300.1.1.1:80', '[fe80::x]:80', 'http://127.0.0.1:80', 'a b:80'])(
  'one cannot listen on %s',
  (listen) => expect(mistakes({ VIGIE_LISTEN: listen })).toHaveLength(1),
)

test('the address follows the port that the system chose, unless a person gave the address', () => {
  expect(listeningOn(read({ VIGIE_LISTEN: '127.0.0.1:0' }), 40123).url).toBe('http://localhost:40123')
  const given = read({ VIGIE_LISTEN: '127.0.0.1:0', VIGIE_URL: 'https://vigie.example.org' })
  expect(listeningOn(given, 40123)).toMatchObject({
    url: 'https://vigie.example.org',
    listen: { port: 40123 },
  })
})

test('vigie.yaml and the defaults stand on the checkout, the environment on the caller’s folder', () => {
  const home = folder('tls: { cert: chain.pem, key: key.pem }')
  expect(readConfig({ env: {}, cwd: '/elsewhere', home })).toMatchObject({
    dataFolder: join(home, 'data'),
    tls: { certificateFile: join(home, 'chain.pem') },
  })
  expect(readConfig({ env: { VIGIE_DATA: 'mine' }, cwd: '/elsewhere', home }).dataFolder).toBe(
    '/elsewhere/mine',
  )
})

test('what the command line reads from the environment is no mistake', () => {
  expect(mistakes({ VIGIE_API: 'http://localhost:1', VIGIE_TOKEN: 'x' })).toEqual([])
})

test('the settings cannot be changed afterwards', () => {
  const config = read({})
  expect(() => Object.assign(config.listen, { port: 1 })).toThrow(TypeError)
  expect(() => (config.roles as string[]).push('probe')).toThrow(TypeError)
})

test('every setting is described in both languages, and its default is itself right', () => {
  for (const { name, key, en, fr, default: fallback } of settings) {
    expect(
      [en, fr].every((text) => text.endsWith('.') || text.includes('://')),
      name,
    ).toBe(true)
    expect(key ?? 'environment only').toMatch(/^[a-zA-Z.]+$|^environment only$/)
    if (fallback) expect(mistakes({ [name]: fallback })).toEqual([])
  }
})
