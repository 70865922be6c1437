import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import type { ApiAnswer } from '#test/client'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

interface Row {
  line: number
  action: string
  changes: { field: string; before: string | null; after: string | null }[]
  errors: { field: string | null; message: string }[]
}

function upload(route: string, file: string, options: Record<string, string> = {}): Promise<ApiAnswer> {
  const query = new URLSearchParams({ organisationId: house.organisationId, ...options })
  return house.admin.send(`POST ${route}?${query}`, undefined, {
    raw: file,
    headers: { 'content-type': 'text/csv' },
  })
}
const rowsOf = (answer: ApiAnswer) =>
  (answer.body.rows as Row[]).toSorted((one, other) => one.line - other.line)

async function addressesOf(name: string) {
  const { items } = await house.admin.call('GET /assets', { q: name })
  const found = await house.admin.call('GET /addresses', { assetId: items[0]!.id })
  return found.items.map(({ address, isPrimary, source }) => ({ address, isPrimary, source }))
}

async function exported(options = ''): Promise<string> {
  const response = await fetch(`${house.url}/api/v1/assets/export?${options}`, {
    headers: { cookie: house.admin.cookie! },
  })
  return response.text()
}

describe('the addresses in a file of assets', () => {
  test('are seen in the preview, written with the assets, and change what was there', async () => {
    const file = 'Nom;Adresse IP\nsw-1;10.1.2.3\nsw-2;2001:DB8::0:2\nsw-3;\n'
    const preview = await upload('/assets/import/preview', file)
    expect(preview.body).toMatchObject({
      columns: [{ field: 'name' }, { field: 'address', example: '10.1.2.3' }],
      counts: { create: 3, wrong: 0 },
    })
    expect(preview.body.fields).toContain('address')
    expect(await upload('/assets/import', file)).toMatchObject({ status: 200, body: { created: 3 } })
    expect(await addressesOf('sw-1')).toEqual([{ address: '10.1.2.3', isPrimary: true, source: 'typed' }])
    expect(await addressesOf('sw-2')).toMatchObject([{ address: '2001:db8::2' }])
    expect(await addressesOf('sw-3')).toEqual([])

    const change = 'name,ip\nsw-1,10.1.2.4\n'
    expect(rowsOf(await upload('/assets/import/preview', change))).toMatchObject([
      { action: 'change', changes: [{ field: 'address', before: '10.1.2.3', after: '10.1.2.4' }] },
    ])
    expect(await upload('/assets/import', change)).toMatchObject({ body: { changed: 1 } })
    expect((await addressesOf('sw-1')).filter(({ isPrimary }) => isPrimary)).toMatchObject([
      { address: '10.1.2.4' },
    ])
  })

  test('stand in the export, which imported again changes nothing', async () => {
    const file = await exported()
    expect(file).toContain('10.1.2.4')
    expect(await upload('/assets/import/preview', file)).toMatchObject({
      body: { counts: { lines: 3, same: 3, change: 0, wrong: 0 } },
    })
    expect(await exported('headings=names')).toMatch(/^name,.*address/)
  })

  test('that are wrong, another’s or said twice are told by line, and nothing is written', async () => {
    const file = 'name,address\na,10.1.2.300\nb,10.1.2.4\nc,10.9.9.9\nd,10.9.9.9\n'
    const preview = await upload('/assets/import/preview', file)
    expect(
      rowsOf(preview).map(({ action, errors }) => [action, errors.map(({ field }) => field).join()]),
    ).toEqual([
      ['wrong', 'address'],
      ['wrong', 'address'],
      ['create', ''],
      ['wrong', 'address'],
    ])
    expect(rowsOf(preview)[1]!.errors[0]!.message).toContain('sw-1')
    expect(await upload('/assets/import', file)).toMatchObject({ status: 422 })
    expect((await house.admin.call('GET /addresses', { q: '10.9.9.9' })).total).toBe(0)
  })

  test('may pass from one asset to another within a file', async () => {
    const file = 'name,address\nsw-1,10.1.2.5\nsw-2,10.1.2.4\n'
    expect(await upload('/assets/import', file)).toMatchObject({ status: 200, body: { changed: 2 } })
    expect((await addressesOf('sw-2')).filter(({ isPrimary }) => isPrimary)).toMatchObject([
      { address: '10.1.2.4' },
    ])
  })

  test('are ten thousand as well as three', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `pc-${at},PC${at},10.200.${at >> 8}.${at & 255}`)
    const file = `name,serial,address\n${lines.join('\n')}\n`
    expect(await upload('/assets/import', file)).toMatchObject({ status: 200, body: { created: 10_000 } })
    expect((await house.admin.call('GET /addresses', { within: '10.200.0.0/16' })).total).toBe(10_000)
    expect(await upload('/assets/import', file)).toMatchObject({ body: { same: 10_000 } })
  }, 240_000)
})
