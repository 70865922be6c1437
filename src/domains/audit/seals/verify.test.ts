import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { acceptHead } from '#audit'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeEach(async () => {
  house = await startTestHouse()
  for (const name of ['Brest', 'Quimper', 'Morlaix', 'Landerneau'])
    await house.admin.call('POST /sites', { organisationId: house.organisationId, name })
  await expect.poll(verdict, { timeout: 10_000 }).toMatchObject({ waiting: 0, findings: [] })
  // The note follows a moment after the seals: one changed before that would be written again, rightly.
  await expect.poll(isNoted, { timeout: 10_000 }).toBe(true)
})
afterEach(() => house?.stop())

const noteFile = () => join(house.dataFolder, 'journal.head')
const isNoted = async () => (await readFile(noteFile(), 'utf8')).startsWith(`${(await verdict()).sealed} `)

async function verdict() {
  return (await house.admin.send('GET /journal/verification')).body as {
    sealed: number
    waiting: number
    findings: { kind: string }[]
  }
}

/** What somebody with the database's own power does behind Vigie's back. */
async function tamper(...statements: string[]): Promise<void> {
  const { host, port, superuser } = inject('postgres')
  const client = new pg.Client({ host, port, user: superuser, database: house.databaseName })
  await client.connect()
  try {
    await client.query(['set session_replication_role = replica', ...statements].join(';'))
  } finally {
    await client.end()
  }
}

test('an untouched journal holds', async () => {
  const { sealed, findings } = await verdict()
  expect(findings).toEqual([])
  expect(sealed).toBeGreaterThanOrEqual(5)
})

test('a changed entry is found', async () => {
  await tamper(`update audit.entries set actor_name = 'Somebody else' where subject_name = 'Quimper'`)
  expect((await verdict()).findings.map(({ kind }) => kind)).toEqual(['changed'])
})

test('a removed entry is found', async () => {
  await tamper(`delete from audit.entries where subject_name = 'Quimper'`)
  expect((await verdict()).findings.map(({ kind }) => kind)).toEqual(['missing-entry'])
})

test('an entry removed with its seal is found', async () => {
  await tamper(
    `delete from audit.seals where entry_id in (select id from audit.entries where subject_name = 'Quimper')`,
    `delete from audit.entries where subject_name = 'Quimper'`,
  )
  expect((await verdict()).findings.map(({ kind }) => kind)).toContain('missing-seal')
})

test('two entries that changed places are found, with the one after them', async () => {
  await tamper(
    'update audit.seals set position = -2 where position = 2',
    'update audit.seals set position = 2 where position = 3',
    'update audit.seals set position = 3 where position = -2',
  )
  expect((await verdict()).findings.map(({ kind }) => kind)).toEqual(['changed', 'changed', 'changed'])
})

const cutOff = [
  `delete from audit.entries where id in (select entry_id from audit.seals where position >= 3)`,
  `delete from audit.seals where position >= 3`,
]
const kinds = async () => (await verdict()).findings.map(({ kind }) => kind)

test('an end that was cut off is found by what was noted outside the database', async () => {
  await tamper(...cutOff)
  expect(await kinds()).toEqual(['cut-off'])
})

test('it is still found after the journal has grown again, and until somebody accepts it', async () => {
  await tamper(...cutOff)
  const sealedAfter = async (name: string) => {
    const { sealed } = await verdict()
    await house.admin.call('POST /sites', { organisationId: house.organisationId, name })
    await expect.poll(async () => (await verdict()).sealed, { timeout: 10_000 }).toBeGreaterThan(sealed)
  }
  await sealedAfter('Crozon')
  expect(await kinds()).toEqual(['cut-off'])
  for (const name of ['Douarnenez', 'Audierne', 'Carhaix', 'Plouay']) await sealedAfter(name)
  expect(await kinds()).toEqual(['anchor-differs'])

  await acceptHead(house.ground)
  expect(await kinds()).toEqual([])
  await sealedAfter('Concarneau')
  expect(await verdict()).toMatchObject({ waiting: 0, findings: [] })
  const { items } = await house.admin.call('GET /journal')
  expect(items).toContainEqual(expect.objectContaining({ operation: 'journal.accept-end' }))
})

test('a note that is missing, unreadable or changed is a finding, and no later seal makes a new one', async () => {
  const note = noteFile()
  await rm(note)
  expect(await kinds()).toEqual(['anchor-missing'])
  await house.admin.call('POST /sites', { organisationId: house.organisationId, name: 'Crozon' })
  await expect.poll(verdict, { timeout: 10_000 }).toMatchObject({ waiting: 0 })
  expect(await kinds()).toEqual(['anchor-missing'])
  await mkdir(note)
  expect(await kinds()).toEqual(['anchor-unreadable'])
  await rm(note, { recursive: true })
  await writeFile(note, '')
  expect(await kinds()).toEqual(['anchor-forged'])
})

test('the application itself can neither change nor remove an entry', async () => {
  const change = (statement: string) =>
    house.database.system(async (tx) => {
      const { sql } = await import('kysely')
      await sql.raw(statement).execute(tx)
    })
  await expect(change(`update audit.entries set actor_name = 'x'`)).rejects.toThrow(
    /permission denied|append-only/,
  )
  await expect(change('delete from audit.entries')).rejects.toThrow(/permission denied|append-only/)
  await expect(change('delete from audit.seals')).rejects.toThrow(/permission denied|append-only/)
})
