import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { vigieCommand } from '../bad-days/vigie.ts'

const patience = 60_000

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-refused-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test(
  'a data folder that cannot be made, in /proc, is told in one sentence',
  async () => {
    const env = { VIGIE_DATA: '/proc/vigie/data', VIGIE_LISTEN: '127.0.0.1:0' }
    const { code, said } = await vigieCommand(makeFolder(), ['up'], env)
    expect(said).toMatch(
      /vigie: \S+ cannot write in the data folder \/proc\/vigie\/data \(ENOENT\)\..* \[start-folder-not-writable\]\n$/,
    )
    expect(said.trim().split('\n').length).toBeLessThanOrEqual(2)
    expect(code).toBe(1)
  },
  patience,
)

test(
  'a weak administrator and an unreadable certificate are mistakes beside the others, before anything starts',
  async () => {
    const folder = makeFolder()
    writeFileSync(join(folder, 'key.pem'), '')
    const { code, said } = await vigieCommand(folder, ['up'], {
      VIGIE_LISTEN: 'nowhere',
      VIGIE_ADMIN_EMAIL: 'camille@example',
      VIGIE_ADMIN_PASSWORD: 'hunter2',
      VIGIE_ADMIN_LANGUAGE: 'de',
      VIGIE_TLS_CERT: 'none.pem',
      VIGIE_TLS_KEY: 'key.pem',
    })
    expect(said.split('\n').slice(0, -2)).toEqual([
      'vigie: 5 settings are wrong:',
      '  VIGIE_LISTEN: "nowhere" is not understood; expected host:port, such as 127.0.0.1:8420, [::1]:8420 or :8420',
      '  VIGIE_ADMIN_LANGUAGE: "de" is not understood; expected one of fr, en',
      `  VIGIE_TLS_CERT: ${folder}/none.pem cannot be read (ENOENT)`,
      '  VIGIE_ADMIN_EMAIL: "camille@example" is no mail address; expected one such as name@example.org',
      '  VIGIE_ADMIN_PASSWORD: its value (not shown) has 7 characters; expected 12 to 200',
    ])
    expect(code).toBe(1)
  },
  patience,
)

test(
  'an administrator’s password that guessers try first is refused as on the screen',
  async () => {
    const env = { VIGIE_ADMIN_EMAIL: 'camille@example.org', VIGIE_ADMIN_PASSWORD: 'camille123456' }
    const { code, said } = await vigieCommand(makeFolder(), ['up'], env)
    expect(said).toContain('VIGIE_ADMIN_PASSWORD: its value (not shown) is easy to guess')
    expect(said).not.toContain('camille123456')
    expect(code).toBe(1)
  },
  patience,
)

test.each([
  ['audit', 'verify'],
  ['user', 'reset', 'camille@example.org'],
])(
  '`vigie %s %s` on a folder without a Vigie begins none there',
  async (...words) => {
    const folder = makeFolder()
    const { code, said } = await vigieCommand(folder, words)
    expect(said).toContain(`vigie: There is no Vigie in ${folder}.`)
    expect(said).toContain('[start-nothing-there]')
    expect(readdirSync(folder)).toEqual([])
    expect(code).toBe(1)
  },
  patience,
)
