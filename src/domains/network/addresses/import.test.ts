import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import type { ApiAnswer, Client } from '#test/client'
import { member } from '#test/member'
import { until } from '#test/supervision/device'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

interface Row {
  line: number
  action: string
  changes: { field: string; before: string | null; after: string | null }[]
  errors: { field: string | null; message: string }[]
}

function upload(
  route: string,
  file: string,
  options: Record<string, string> = {},
  by: Client = house.admin,
): Promise<ApiAnswer> {
  const query = new URLSearchParams({ organisationId: house.organisationId, ...options })
  return by.send(`POST ${route}?${query}`, undefined, {
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

  test('are told as taken where their asset is one that the caller does not see', async () => {
    const { admin, organisationId } = house
    const brest = await admin.call('POST /sites', { organisationId, name: 'Brest', code: 'BRE' })
    expect(await upload('/assets/import', 'name,address\nhidden,10.7.7.7\n')).toMatchObject({ status: 200 })
    const ofSite = await member(house, 'administrator', { organisationId, placeId: brest.id })
    const file = 'name,site,address\nseen-1,BRE,10.7.7.8\nseen-2,BRE,10.7.7.7\n'
    const preview = await upload('/assets/import/preview', file, {}, ofSite)
    const [, second] = rowsOf(preview).toSorted((one, other) => one.line - other.line)
    expect(second).toMatchObject({ line: 3, action: 'wrong', errors: [{ field: 'address' }] })
    expect(JSON.stringify(second)).not.toContain('hidden')
    expect(await upload('/assets/import', file, {}, ofSite)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'lines.3.address' }] },
    })
    const rest = await upload('/assets/import', file, { skipInvalid: 'true' }, ofSite)
    expect(rest).toMatchObject({ status: 200, body: { created: 1, skipped: 1 } })
    expect(await addressesOf('hidden')).toMatchObject([{ address: '10.7.7.7', isPrimary: true }])
  })

  test('stay whose they are where somebody was given one while the file was written', async () => {
    const { host, port, superuser } = inject('postgres')
    const other = new pg.Client({ host, port, user: superuser, database: house.databaseName })
    await other.connect()
    try {
      await other.query('begin')
      await other.query(`set local role vigie_all; set local vigie.now = '2026-01-01T00:00:00Z'`)
      const { items } = await house.admin.call('GET /assets', { q: 'sw-1' })
      await other.query(
        `insert into network.addresses (id, organisation_id, asset_id, address, is_primary, source)
         values (gen_random_uuid(), $1, $2, '10.7.9.9', false, 'typed')`,
        [house.organisationId, items[0]!.id],
      )
      const importing = upload('/assets/import', 'name,address\nlate-1,10.7.9.8\nlate-2,10.7.9.9\n')
      await until(async () => {
        const { rows } = await other.query('select from pg_locks where not granted')
        return rows.length > 0
      })
      await other.query('commit')
      expect(await importing).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'lines.3.address' }] },
      })
      expect(await addressesOf('sw-1')).toContainEqual(expect.objectContaining({ address: '10.7.9.9' }))
      expect((await house.admin.call('GET /assets', { q: 'late-' })).total).toBe(0)
    } finally {
      await other.end()
    }
  })

  test('are ten thousand as well as three', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `pc-${at},PC${at},10.200.${at >> 8}.${at & 255}`)
    const file = `name,serial,address\n${lines.join('\n')}\n`
    expect(await upload('/assets/import', file)).toMatchObject({ status: 200, body: { created: 10_000 } })
    expect((await house.admin.call('GET /addresses', { within: '10.200.0.0/16' })).total).toBe(10_000)
    expect(await upload('/assets/import', file)).toMatchObject({ body: { same: 10_000 } })
  }, 240_000)
})
