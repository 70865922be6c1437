import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addressee, openLink } from '#identity'
import { moveClock } from '#kernel/clock'
import type { EventInstance } from '#kernel/events'
import { client } from '#test/client'
import { startTestHouse, type TestHouse } from '#test/house'
import { member } from '#test/member'

let house: TestHouse
let movedMs = 0
beforeAll(async () => void (house = await startTestHouse()))
afterEach(() => {
  moveClock(-movedMs)
  movedMs = 0
})
afterAll(() => house.stop())

/** What was put in the outbox of a type, once there is such an event for the person. */
async function told(type: string, personId: string): Promise<EventInstance> {
  for (;;) {
    const rows = await house.database.system(
      async (tx) =>
        (
          await sql<EventInstance>`select type, payload from kernel.outbox
            where type = ${type} and payload->>'personId' = ${personId} order by id desc`.execute(tx)
        ).rows,
    )
    if (rows[0]) return rows[0]
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Every row of every table that the program may read, as text. */
async function everyRow(): Promise<string> {
  return house.database.system(async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname !~ '^(pg_|information_schema)'
        and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`.execute(tx)
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql<{ text: string }>`select t::text as text from ${sql.raw(name)} t`.execute(tx)
      texts.push(name, ...rows.map(({ text }) => text))
    }
    return texts.join('\n')
  })
}

describe('a forgotten password', () => {
  test('leads to a link that only the door opens, and that is nowhere in clear', async () => {
    const person = await member(house, 'reader')
    await house.anonymous.call('POST /password-resets', { email: person.email.toUpperCase() })
    const { payload } = await told('person.reset-requested', person.personId)
    const link = openLink(person.personId, payload.sealedLink as string)
    expect(link).toMatch(/\/new-password#vl_[\w-]{43}$/)
    const token = link.split('#')[1]!

    const everything = await everyRow()
    expect(everything).toContain('password-resets.create')
    expect(everything).not.toContain(token)
    expect(everything).not.toContain(person.email.toUpperCase())
    expect(() => openLink(crypto.randomUUID(), payload.sealedLink as string)).toThrow()

    const who = await house.database.system((tx) => addressee(tx, person.personId))
    expect(who).toMatchObject({ email: person.email, language: 'en' })
    const own = client(house.url)
    const password = 'eleven silent librarians'
    expect(await own.call('POST /one-time-links/accept', { token, password })).toMatchObject({
      isSignedIn: true,
    })
    expect((await person.send('GET /me')).status).toBe(401)
    expect((await own.send('GET /me')).status).toBe(200)
  })

  test('asked for again and again is throttled, known or not', async () => {
    const seen: number[] = []
    for (let n = 0; n < 4; n += 1)
      seen.push((await house.anonymous.send('POST /password-resets', { email: 'no@example.org' })).status)
    expect(seen).toEqual([204, 204, 204, 429])
  })
})

describe('a link', () => {
  test('of an invitation lasts a week, of a new password a day', async () => {
    const { admin, anonymous } = house
    const { id, invitation } = await admin.call('POST /people', { name: 'Lent', email: 'lent@example.org' })
    const token = invitation.link.split('#')[1]!
    const sealed = await told('person.invited', id)
    expect(openLink(id, sealed.payload.sealedLink as string)).toBe(invitation.link)
    movedMs = 6 * 24 * 3_600_000
    moveClock(movedMs)
    expect((await anonymous.send('POST /one-time-links/open', { token })).status).toBe(200)
    movedMs += 25 * 3_600_000
    moveClock(25 * 3_600_000)
    expect((await anonymous.send('POST /one-time-links/open', { token })).status).toBe(404)
    const password = 'thirteen wooden ladders'
    expect((await anonymous.send('POST /one-time-links/accept', { token, password })).status).toBe(404)
  })

  test('of the first administrator opens no account', async () => {
    const answer = await house.anonymous.send('POST /one-time-links/open', { token: 'vf_made-up' })
    expect(answer.status).toBe(404)
  })
})
