import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'
import type { ApiAnswer } from '#test/client'

let house: TestHouse
beforeAll(async () => void (house = await startTestHouse()))
afterAll(() => house.stop())

interface Row {
  line: number
  action: string
  name: string
  changes: { field: string; before: string | null; after: string | null }[]
  errors: { field: string | null; message: string }[]
}

/** Sends a file as the browser does: its bytes, the rest in the address. */
function upload(
  route: string,
  file: string | Buffer,
  options: Record<string, string> = {},
): Promise<ApiAnswer> {
  const query = new URLSearchParams({ organisationId: house.organisationId, ...options })
  return house.admin.send(`POST ${route}?${query}`, undefined, {
    raw: file,
    headers: { 'content-type': 'text/csv' },
  })
}
const rowsOf = (answer: ApiAnswer) => answer.body.rows as Row[]
const errorsOf = (answer: ApiAnswer) =>
  rowsOf(answer).flatMap(({ line, errors }) => errors.map(({ field }) => `${line} ${field}`))

describe('a file that begins with a byte-order mark, as Excel writes it', () => {
  test.each([
    ['/sites/import', '\ufeff"Code";Nom\r\nBOM1;Marque de tête\r\n', ['code', 'name']],
    ['/assets/import', '\ufeff"Nom";Nature\r\nsw-marque;switch\r\n', ['name', 'kind']],
  ])('is read as %s without the mark in its first heading', async (route, file, fields) => {
    const preview = await upload(`${route}/preview`, Buffer.from(file, 'utf8'))
    expect(preview).toMatchObject({ status: 200, body: { counts: { lines: 1, create: 1, wrong: 0 } } })
    expect((preview.body.columns as { field: string }[]).map(({ field }) => field)).toEqual(fields)
    expect(await upload(route, Buffer.from(file, 'utf8'))).toMatchObject({ body: { created: 1 } })
    const noun = route.split('/')[1] as 'sites' | 'assets'
    const { items } = await house.admin.call(`GET /${noun}`, { q: 'marque' })
    expect(items).toHaveLength(1)
  })
})

describe('a file of sites', () => {
  const file = [
    'Code;Nom;Nature;Rattaché à;Code postal;Commune;Latitude;Longitude;Niveau opérationnel;Contacts',
    'C29;Château du Taureau;Bâtiment;Finistère > Morlaix;29600;Plouézoc’h;48,674;-3,885;4;"Anne Le Goff | Chef | +33 2 98 00 00 00\nPaul"',
    'M29;Morlaix;site;Finistère;29600;Morlaix;;;;',
    'F29;Finistère;Territoire;;;;;;;',
  ].join('\r\n')

  test('in Latin-1 with semicolons is understood, children before their parents', async () => {
    const preview = await upload('/sites/import/preview', Buffer.from(file.replace('’', "'"), 'latin1'))
    expect(preview).toMatchObject({
      status: 200,
      body: {
        encoding: 'windows-1252',
        separator: ';',
        counts: { lines: 3, create: 3, change: 0, same: 0, wrong: 0 },
      },
    })
    expect((preview.body.columns as { field: string }[]).map(({ field }) => field)).toEqual([
      'code',
      'name',
      'kind',
      'parent',
      'postalCode',
      'city',
      'latitude',
      'longitude',
      'level',
      'contacts',
    ])
    expect((await house.admin.call('GET /sites', { q: 'taureau' })).total).toBe(0)

    const done = await upload('/sites/import', Buffer.from(`\ufeff${file}`))
    expect(done).toMatchObject({ status: 200, body: { created: 3, changed: 0, same: 0, skipped: 0 } })
    const { items } = await house.admin.call('GET /sites', { q: 'taureau' })
    expect(items).toMatchObject([
      {
        pathName: 'Finistère › Morlaix › Château du Taureau',
        kind: 'building',
        latitude: 48.674,
        level: 4,
        contacts: [
          { name: 'Anne Le Goff', role: 'Chef', phone: '+33 2 98 00 00 00', email: '' },
          { name: 'Paul', role: '', phone: '', email: '' },
        ],
      },
    ])
    const history = await house.admin.call('GET /sites/:id/history', { id: items[0]!.id })
    expect(history.items).toMatchObject([
      { operation: 'sites.import', subject: { name: 'Château du Taureau' } },
    ])
  })

  test('that is imported again changes nothing, and says so', async () => {
    expect(await upload('/sites/import', file)).toMatchObject({ body: { created: 0, changed: 0, same: 3 } })
  })

  test('puts nothing under what is smaller than it, as the whole file would leave the tree', async () => {
    const kinds = 'name,kind,parent\n'
    const upside = `${kinds}Ordre local,Local,\nOrdre territoire,Territoire,Ordre local\n`
    const preview = await upload('/sites/import/preview', upside)
    expect(rowsOf(preview)[0]).toMatchObject({
      action: 'wrong',
      name: 'Ordre territoire',
      errors: [{ field: 'kind', message: expect.stringContaining('From the largest down') }],
    })
    const fine = `${kinds}Ordre bâtiment,Bâtiment,\nOrdre local,Local,Ordre bâtiment\n`
    expect(await upload('/sites/import', fine)).toMatchObject({ body: { created: 2 } })
    const shrunk = await upload('/sites/import/preview', `${kinds}Ordre local,Territoire,\n`)
    expect(rowsOf(shrunk)[0]).toMatchObject({ action: 'wrong', errors: [{ field: 'kind' }] })
    const both = `${kinds}Ordre bâtiment,Territoire,\nOrdre local,Site,\n`
    expect(await upload('/sites/import', both)).toMatchObject({ body: { changed: 2 } })
    const under = await upload('/sites/import/preview', `${kinds}Ordre bâtiment,Local,\n`)
    expect(rowsOf(under)[0]).toMatchObject({ action: 'wrong', errors: [{ field: 'kind' }] })
  })

  test('that our own export wrote reads back as it was', async () => {
    const response = await fetch(`${house.url}/api/v1/sites/export?bom=true`, {
      headers: { cookie: house.admin.cookie! },
    })
    const preview = await upload('/sites/import/preview', Buffer.from(await response.arrayBuffer()))
    const { total } = await house.admin.call('GET /sites')
    expect(preview.body.counts).toMatchObject({ lines: total, same: total })
  })

  test('changes what is matched by code, and moves it', async () => {
    const change = 'code,name,parent\nC29,Fort du Taureau,F29\n'
    const preview = await upload('/sites/import/preview', change)
    expect(rowsOf(preview)).toMatchObject([
      {
        action: 'change',
        changes: [
          { field: 'name', before: 'Château du Taureau', after: 'Fort du Taureau' },
          { field: 'parent', before: 'Finistère › Morlaix', after: 'Finistère' },
        ],
      },
    ])
    expect(await upload('/sites/import', change)).toMatchObject({ body: { changed: 1 } })
    const { items } = await house.admin.call('GET /sites', { q: 'C29' })
    expect(items).toMatchObject([{ pathName: 'Finistère › Fort du Taureau', city: 'Plouézoc’h', version: 2 }])
    const history = await house.admin.call('GET /sites/:id/history', { id: items[0]!.id })
    expect(Object.keys(history.items[0]!.changes).toSorted()).toEqual(['name', 'parent_id'])
  })

  test('tells each wrong line and field, and writes nothing unless those are left out by choice', async () => {
    const wrong = [
      'name,parent,kind,latitude,longitude,level,country',
      'Bon,,site,,,,France',
      ',,site,,,,',
      'Rue,Nulle part,site,,,,',
      'Bateau,,bateau,91,0,7,',
      'Moitié,,site,48,,,',
      'Bon,,site,,,,',
      'A,B,site,,,,',
      'B,A,site,,,,',
      'Trop,,site,,,,FR,encore',
    ].join('\n')
    const preview = await upload('/sites/import/preview', wrong)
    expect(errorsOf(preview)).toEqual([
      '3 name',
      '4 parent',
      '5 kind',
      '5 latitude',
      '5 level',
      '6 latitude',
      '7 null',
      '8 parent',
      '9 parent',
      '10 null',
    ])
    expect(preview.body.counts).toMatchObject({ create: 1, wrong: 8 })
    const refused = await upload('/sites/import', wrong)
    expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-input' } })
    expect(refused.body.errors![0]).toMatchObject({ field: 'lines.3.name', code: 'wrong-line' })
    expect((await house.admin.call('GET /sites', { q: 'Bon' })).total).toBe(0)

    const some = await upload('/sites/import', wrong, { skipInvalid: 'true' })
    expect(some).toMatchObject({ status: 200, body: { created: 1, skipped: 8 } })
    expect((await house.admin.call('GET /sites', { q: 'Bon' })).items).toMatchObject([{ country: 'FR' }])
  })
})

describe('a file of assets', () => {
  test('is matched by serial number, else by name, and finds sites and people', async () => {
    const { admin, organisationId } = house
    await admin.call('POST /assets', { organisationId, name: 'sw-1', serial: 'FOC1' })
    await admin.call('POST /assets', { organisationId, name: 'imp-1', kind: 'printer' })
    const file = [
      'hostname\tN° de série\tType\tLocalisation\tAdresse MAC\tÉtat\tRéférent\tTags',
      'sw-brest\tfoc1\tCommutateur\tM29\t00-11-22-33-44-55; 001122334456\tEn stock\tcamille@example.org\tcœur, lot 2',
      'IMP-1\t\timprimante\tFinistère / Morlaix\t\t\tCamille Martin\t',
      'pc-7\tPC7\tworkstation\t\t\t\t\t',
    ].join('\n')
    const preview = await upload('/assets/import/preview', Buffer.from(`\ufeff${file}`, 'utf16le'))
    expect(preview.body).toMatchObject({ encoding: 'utf-16le', counts: { create: 1, change: 2, wrong: 0 } })
    const fields = rowsOf(preview)[0]!.changes.map(({ field }) => field)
    expect(fields.toSorted()).toEqual([
      'kind',
      'lifeCycle',
      'macs',
      'name',
      'responsible',
      'serial',
      'site',
      'tags',
    ])
    expect(await upload('/assets/import', file)).toMatchObject({ body: { created: 1, changed: 2 } })
    const { items } = await admin.call('GET /assets', { q: 'foc1' })
    expect(items).toMatchObject([
      {
        name: 'sw-brest',
        serial: 'foc1',
        sitePathName: 'Finistère › Morlaix',
        macs: ['00:11:22:33:44:55', '00:11:22:33:44:56'],
        lifeCycle: 'in-stock',
        responsibleName: 'Camille Martin',
        tags: ['cœur', 'lot 2'],
      },
    ])
    const facts = await admin.call('GET /assets/:id/facts', { id: items[0]!.id })
    expect(facts.items.map(({ field, source }) => `${field} ${source}`)).toContain('macs typed')
  })

  test('may be mapped otherwise than its headings say', async () => {
    const file = 'a,b,c\nsrv-9,ignored,S9\n'
    const guessed = await upload('/assets/import/preview', file)
    expect(guessed.body.counts).toMatchObject({ wrong: 1 })
    const mapped = await upload('/assets/import/preview', file, { mapping: 'name,,serial' })
    expect(rowsOf(mapped)).toMatchObject([{ action: 'create', name: 'srv-9' }])
    const unknown = await upload('/assets/import/preview', file, { mapping: 'name,colour' })
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ field: 'mapping' }] } })
  })

  test('that is no table, or nothing at all, is refused with the reason', async () => {
    for (const raw of ['', 'name\n"open', Buffer.from([0x6e, 0x00, 0x0a])]) {
      const answer = await upload('/assets/import/preview', raw)
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'file' }] } })
    }
  })

  test('is for those who may write assets of that organisation', async () => {
    const anonymous = await fetch(
      `${house.url}/api/v1/assets/import?organisationId=${house.organisationId}`,
      { method: 'POST', body: 'name\nx', headers: { 'content-type': 'text/csv', 'x-vigie-request': '1' } },
    )
    expect(anonymous.status).toBe(401)
    const elsewhere = await upload('/assets/import', 'name\nx\n', { organisationId: crypto.randomUUID() })
    expect(elsewhere.status).toBeGreaterThanOrEqual(400)
  })

  test('of 10,000 lines is looked at and written whole', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `poste-${index};LOT-${index};Poste de travail;F29;"ligne 1\nligne ${index}"`,
    )
    const file = ['Nom;Série;Type;Site;Remarques', ...lines].join('\n')
    const preview = await upload('/assets/import/preview', file)
    expect(preview.body.counts).toMatchObject({ lines: 10_000, create: 10_000, wrong: 0 })
    const done = await upload('/assets/import', file)
    expect(done).toMatchObject({ status: 200, body: { created: 10_000 } })
    const page = await house.admin.call('GET /assets', { q: 'poste-9999' })
    expect(page.items).toMatchObject([{ kind: 'workstation', siteName: 'Finistère' }])
    const again = await upload('/assets/import', file.replace('poste-77;LOT-77;', 'renamed;LOT-77;'))
    expect(again.body).toMatchObject({ created: 0, changed: 1, same: 9_999 })
  })
})

describe('a file that is sent three times at once', () => {
  test.each([
    ['/sites/import', 'code,name', (at: number) => `SIM${at},Site ${at}`],
    ['/assets/import', 'name,serial,address', (at: number) => `sim-${at},SIM${at},10.77.0.${at + 1}`],
  ])('is written once by %s', async (route, heading, line) => {
    const file = `${heading}\n${Array.from({ length: 200 }, (_, at) => line(at)).join('\n')}\n`
    const answers = await Promise.all([1, 2, 3].map(() => upload(route, file)))
    const counts = answers.map(({ body }) => ({ created: body.created, same: body.same }))
    expect(counts.toSorted((one, other) => Number(other.created) - Number(one.created))).toEqual([
      { created: 200, same: 0 },
      { created: 0, same: 200 },
      { created: 0, same: 200 },
    ])
  })
})
