import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse({ VIGIE_ROLES: 'web' })))
afterAll(() => house.stop())

const hostile = {
  'line ends': 'Visitez\r\n\r\nhttp://phish.example',
  'a line separator': 'one\u2028two',
  'an escape sequence': 'red \u001b[31m alert',
  'a bidi override': 'invoice\u202efdp.exe',
  'a bidi isolate': '\u2067abc\u2069',
  'nothing visible': '\u200b\u2060\u3164',
}
const fine = ['Caserne d’Évry – bât. B', 'مكتب الرئيس', '本社', '👩🏽‍🚒 Équipe', 'می‌خواهم', 'e\u0301cole', '🏴󠁧󠁢󠁳󠁣󠁴󠁿']

/** What takes a line, by route and field, with what else it needs. */
function takers(): [route: string, field: string, rest: object][] {
  const { organisationId } = house
  const named = { organisationId, name: 'Fine' }
  const person = { name: 'Fine', email: 'fine@example.org' }
  return [
    ['POST /organisations', 'name', {}],
    ['POST /sites', 'name', { organisationId }],
    ['POST /sites', 'city', named],
    ['POST /assets', 'name', { organisationId, kind: 'switch' }],
    ['POST /assets', 'serial', { ...named, kind: 'switch' }],
    ['POST /services', 'name', { organisationId, level: 3 }],
    ['POST /circuits', 'operator', named],
    ['POST /people', 'name', { email: person.email }],
    ['POST /people', 'phone', person],
    ['POST /roles', 'name', { rights: [] }],
    ['PATCH /me', 'name', {}],
  ]
}

describe('a line that somebody types', () => {
  test('holds no control characters, turns no text, and can be seen', async () => {
    for (const [route, field, rest] of takers())
      for (const [what, text] of Object.entries(hostile)) {
        const { status, body } = await house.admin.send(route, { ...rest, [field]: text })
        expect([route, field, what, status, body.errors?.[0]?.field]).toEqual([
          route,
          field,
          what,
          422,
          field,
        ])
      }
  })

  test('says what is wrong in the caller’s language', async () => {
    const said = async (name: string, language: string) => {
      const headers = { 'accept-language': language }
      const { body } = await house.anonymous.send(
        'POST /first-administrator',
        {
          token: 'x',
          name,
          email: 'a@example.org',
          password: 'a long test password',
          organisation: 'X',
          language: 'en',
        },
        { headers },
      )
      return body.errors?.[0]?.message
    }
    expect(await said('a\tb', 'fr')).toMatch(/^Une seule ligne/)
    expect(await said('\u200b', 'en')).toBe('At least one character that can be seen.')
  })

  test('may be of any language', async () => {
    for (const name of fine)
      expect(
        (await house.admin.call('POST /sites', { organisationId: house.organisationId, name })).name,
      ).toBe(name)
  })

  test('is judged in a CSV file too', async () => {
    const csv = 'nom;ville\nCaserne;"Par\u202eis"\n'
    const answer = await house.admin.send(
      `POST /sites/import/preview?organisationId=${house.organisationId}`,
      {},
      { raw: csv, headers: { 'content-type': 'text/csv' } },
    )
    expect(JSON.stringify(answer.body)).toContain('One line')
  })
})

describe('invitations', () => {
  test('go out sixty an hour from one caller, and no more', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 61; n += 1) {
      const { status, headers } = await house.admin.send('POST /people', {
        name: `Invité ${n}`,
        email: `invited-${n}@example.org`,
      })
      statuses.push(status)
      if (status === 429) expect(Number(headers.get('retry-after'))).toBeGreaterThan(3_000)
    }
    expect(statuses).toEqual([...Array<number>(60).fill(201), 429])
  })
})
