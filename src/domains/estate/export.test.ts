import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTable } from '#kernel/csv'
import { startTestHouse, type TestHouse } from '#test/house'

let house: TestHouse
beforeAll(async () => {
  house = await startTestHouse()
  const { organisationId, admin } = house
  const site = await admin.call('POST /sites', { organisationId, name: 'Brest', kind: 'territory' })
  const room = await admin.call('POST /sites', { organisationId, name: 'Salle 1', parentId: site.id })
  await house.database.system((tx) =>
    sql`insert into estate.assets (id, organisation_id, site_id, kind, name, serial)
      select gen_random_uuid(), ${organisationId}::uuid, ${room.id}::uuid, 'switch', 'sw-' || n, 'S' || n
      from generate_series(1, 1200) n`.execute(tx),
  )
  await admin.call('POST /assets', {
    organisationId,
    name: '=HYPERLINK("http://x")',
    kind: 'access-point',
    tags: ['a', 'b'],
    notes: 'deux\nlignes',
    macs: ['020000000001'],
  })
})
afterAll(() => house.stop())

/** The export as the browser gets it: bytes. */
async function download(query: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${house.url}/api/v1/${query}`, {
    headers: { cookie: house.admin.cookie!, ...headers },
  })
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('the export of a list', () => {
  test('holds all pages in the order of the list, under the same filters', async () => {
    const { response, bytes } = await download('assets/export?kind=switch&sort=-name')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="assets-\d{4}-\d\d-\d\d\.csv"$/,
    )
    const { headings, lines } = readTable(bytes)
    expect(headings.slice(0, 3)).toEqual(['Name', 'Kind', 'Site'])
    expect(lines).toHaveLength(1200)
    expect(lines[0]!.cells.slice(0, 3)).toEqual(['sw-1200', 'Switch', 'Brest › Salle 1'])
    expect(lines[1199]!.cells[0]).toBe('sw-1')
  })

  test('is what French Excel opens, where asked', async () => {
    await house.admin.send('PATCH /me', { language: 'fr' })
    const { bytes } = await download('assets/export?kind=access-point&bom=true&separator=%3B')
    await house.admin.send('PATCH /me', { language: 'en' })
    const text = bytes.toString()
    expect(text.startsWith('\ufeffNom;Type;Site;Constructeur;')).toBe(true)
    expect(text).toContain('"\'=HYPERLINK(""http://x"")";Point d’accès;;')
    expect(text).toContain(';"deux\nlignes";\r\n')
  })

  test('has the API’s own names and values for scripts', async () => {
    const { bytes } = await download('assets/export?kind=access-point&headings=names')
    const { headings, lines } = readTable(bytes)
    const cells = Object.fromEntries(headings.map((heading, index) => [heading, lines[0]!.cells[index]]))
    expect(cells).toMatchObject({
      kind: 'access-point',
      lifeCycle: 'in-service',
      tags: 'a, b',
      name: '=HYPERLINK("http://x")',
    })
  })

  test('is the list’s items as JSON', async () => {
    const { response, bytes } = await download('assets/export?format=json')
    expect(response.headers.get('content-type')).toContain('application/json')
    const items = JSON.parse(bytes.toString()) as { name: string; macs: string[] }[]
    expect(items).toHaveLength(1201)
    expect(items.find(({ macs }) => macs.length > 0)?.name).toBe('=HYPERLINK("http://x")')
    const none = await download('assets/export?format=json&q=nowhere')
    expect(JSON.parse(none.bytes.toString())).toEqual([])
  })

  test('answers a problem where the filter is wrong or nobody is signed in', async () => {
    expect((await download('assets/export?kind=boat')).response.status).toBe(422)
    expect((await download('assets/export', { cookie: '' })).response.status).toBe(401)
  })
})
