import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '../house.ts'
import { problemDocument } from '#kernel/http/problem'
import { problemOfDatabase } from '#kernel/errors/of-database'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house?.stop())

/** As a person would be told what the database refused; no operation lets its rules be broken knowingly. */
async function toldOf(statement: ReturnType<typeof sql>) {
  const error = await house.database.system((tx) => statement.execute(tx)).catch((one: unknown) => one)
  return problemDocument(problemOfDatabase(error)!, 'en', house.sentences, 'request')
}

const sentence = 'These values do not go together, or one is missing: nothing was changed.'

test('a rule of the database that is broken is told in a sentence, and blames no field that is none', async () => {
  const { id } = await house.admin.call('POST /services', {
    organisationId: house.organisationId,
    name: 'Messagerie',
  })
  const itself = sql`insert into estate.service_dependencies (organisation_id, service_id, needed_service_id)
    values (${house.organisationId}, ${id}, ${id})`
  const told = { status: 422, code: 'invalid-input', detail: sentence, errors: [] }
  expect(await toldOf(itself)).toMatchObject(told)
  const nameless = sql`update estate.services set name = null where id = ${id}`
  expect(await toldOf(nameless)).toMatchObject(told)
})
