import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrationsCheck } from '../../scripts/check/migrations.ts'
import { tree } from './tree.ts'

const folder = 'src/domains/estate/migrations'
const first = `${folder}/0001_sites.sql`

/** What the check finds, as lines. */
async function found(root: string, { fix = false } = {}): Promise<string[]> {
  const outcome = await migrationsCheck.run({ root, fix, sources: () => [] })
  if ('skipped' in outcome) throw new Error(outcome.skipped)
  return outcome.findings.map(({ where, message }) => `${where} ${message}`)
}

/** A house whose one migration is written down and committed. */
async function landed(): Promise<{ root: string; git: (...args: string[]) => void }> {
  const root = tree({ [first]: 'create table a ();\n' })
  const who = ['-c', 'user.name=Camille', '-c', 'user.email=camille@example.org']
  const git = (...args: string[]) => void execFileSync('git', [...who, ...args], { cwd: root })
  git('init', '-q')
  expect(await found(root, { fix: true })).toEqual([])
  git('add', '.')
  git('commit', '-qm', 'feat: sites')
  return { root, git }
}

test('the migrations of this house are those that were written down', async () => {
  expect(await found(new URL('../..', import.meta.url).pathname)).toEqual([])
})

test('a new migration is written down by --fix', async () => {
  const { root } = await landed()
  writeFileSync(join(root, folder, '0002_more.sql'), 'create table b ();\n')
  expect(await found(root)).toEqual([expect.stringMatching(/0002_more\.sql is not in checksums\.json/)])
  expect(await found(root, { fix: true })).toEqual([])
  expect(await found(root)).toEqual([])
})

describe('is caught', () => {
  test('a migration that was edited, and --fix does not help', async () => {
    const { root } = await landed()
    writeFileSync(join(root, first), 'create table a (id uuid);\n')
    for (const fix of [false, true, false])
      expect(await found(root, { fix })).toEqual([expect.stringContaining(`${first} was edited`)])
  })

  test('a migration that was removed', async () => {
    const { root } = await landed()
    rmSync(join(root, first))
    expect(await found(root)).toEqual([expect.stringContaining(`${first} was removed`)])
  })

  test('a checksum that was written anew with its migration, committed or not', async () => {
    const { root, git } = await landed()
    writeFileSync(join(root, first), 'create table a (id uuid);\n')
    rmSync(join(root, folder, 'checksums.json'))
    expect(await found(root, { fix: true })).toHaveLength(1)
    const rewritten = [expect.stringContaining('the checksum of 0001_sites.sql is not the one of before')]
    expect(await found(root)).toEqual(rewritten)
    git('commit', '-qam', 'feat: sites with an id')
    expect(await found(root)).toEqual(rewritten)
  })
})
