import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { adminPassword } from '#test/house'
import { noBrowser, startSite, type Site } from './site.ts'

let site: Site
let other: string

describe.skipIf(noBrowser)('a form', () => {
  beforeAll(async () => {
    site = await startSite()
    const made = await site.house.admin.call('POST /organisations', { name: 'Mairie de Mauguio' })
    other = made.id
  })
  afterAll(() => site?.close())

  test('gives somebody who is invited into an organisation that organisation, and not everything', async () => {
    const page = await site.open('/people?new=1')
    const form = page.getByRole('dialog')
    const choose = async (field: string, option: string) => {
      await form.getByRole('combobox', { name: field, exact: false }).first().click()
      await page.getByRole('option', { name: option, exact: true }).click()
    }
    await form.getByLabel('Name').fill('Chantal Dupont')
    await form.getByLabel('Email').fill('chantal@example.org')
    await choose('Organisation', 'Mairie de Mauguio')
    await choose('Role', 'Client')
    expect(await form.getByRole('combobox', { name: 'Over' }).inputValue()).toBe('A whole organisation')
    // Everything may be given, but not unnoticed.
    await choose('Over', 'Everything')
    await form.getByText('every organisation', { exact: false }).waitFor()
    await choose('Over', 'A whole organisation')
    await form.getByRole('button', { name: 'Invite', exact: true }).click()
    await page.locator('code').first().waitFor()

    const { items } = await site.house.admin.call('GET /people', { q: 'Chantal' })
    const person = await site.house.admin.call('GET /people/:id', { id: items[0]!.id })
    expect(person.grants.map(({ organisationId }) => organisationId)).toEqual([other])
    await page.context().close()
  })

  test('takes the first click, and speaks of a field that is empty only when it is sent', async () => {
    for (const width of [1440, 390]) {
      const page = await site.open('/start', { width })
      await page.locator('[name=prefix]').focus()
      const choice = page.getByText('SNMP v3', { exact: true })
      const box = (await choice.boundingBox())!
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      await page.mouse.down()
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      )
      await page.mouse.up()
      await page.locator('[name=username], [name=user]').first().waitFor()
      expect(await page.locator('[name=prefix]').getAttribute('aria-invalid')).not.toBe('true')
      await page.getByRole('button', { name: 'Start', exact: false }).last().click()
      await page.locator('[name=prefix][aria-invalid=true]').waitFor()
      await page.context().close()
    }
  })

  test('moves nothing under a pointer that is held, even where what was typed is wrong', async () => {
    const page = await site.open('/people?new=1')
    const form = page.getByRole('dialog')
    await form.getByLabel('Email').fill('not a mail')
    const below = form.getByRole('combobox', { name: 'Language' })
    const before = (await below.boundingBox())!
    await page.mouse.move(before.x + 20, before.y + before.height - 3)
    await page.mouse.down()
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    expect((await below.boundingBox())!.y).toBe(before.y)
    await page.mouse.up()
    await page.getByRole('option', { name: 'Français' }).waitFor()
    await form.locator('[name=email][aria-invalid=true]').waitFor()
    await page.context().close()
  })

  test('learns the organisation from the site, and forgets a site of another one', async () => {
    const { admin, organisationId } = site.house
    await admin.call('POST /sites', { organisationId: other, name: 'Médiathèque' })
    await admin.call('POST /sites', { organisationId, name: 'CIS Agde' })
    for (const [path, field] of [
      ['/assets/new', 'Site'],
      ['/sites/new', 'Part of'],
      ['/circuits/new', 'Site'],
    ] as const) {
      const page = await site.open(path)
      const organisation = page.getByRole('main').getByRole('combobox', { name: 'Organisation' })
      const place = page.getByRole('combobox', { name: field, exact: true })
      await place.click()
      await page.getByRole('option', { name: 'Médiathèque' }).click()
      await expect.poll(() => organisation.inputValue()).toBe('Mairie de Mauguio')
      expect(await place.inputValue()).toBe('Médiathèque')
      await organisation.click()
      await page.getByRole('option', { name: 'SDIS 99' }).click()
      expect(await place.inputValue()).toBe('')
      await place.click()
      await page.getByRole('option', { name: 'CIS Agde' }).waitFor()
      expect(await page.getByRole('option', { name: 'Médiathèque' }).count()).toBe(0)
      await page.context().close()
    }
  })

  test('has the keyboard in the first field that must be filled, with no list over the next ones', async () => {
    for (const [path, name] of [
      ['/assets/new', 'Organisation'],
      ['/sites/new', 'Organisation'],
      ['/circuits/new', 'Organisation'],
      ['/discoveries?new=1', 'Organisation'],
      ['/links?new=1', 'Asset'],
      ['/addresses?new=1', 'Asset'],
    ]) {
      const page = await site.open(path!)
      const first = page.getByRole('combobox', { name: name! }).first()
      await expect.poll(() => first.evaluate((field) => field === document.activeElement)).toBe(true)
      expect(await page.getByRole('option').count()).toBe(0)
      await page.context().close()
    }
  })

  test('says what the eye of a password does, in the language of the page', async () => {
    const page = await site.open('/credentials?new=1')
    await page.getByRole('dialog').getByLabel('Community').fill('public')
    await page.getByRole('button', { name: 'Show what is typed' }).first().click()
    await page.getByRole('button', { name: 'Hide what is typed' }).first().waitFor()
    await page.context().close()
  })

  test('asks for an organisation before it says which accesses there are', async () => {
    const { admin, organisationId } = site.house
    await admin.call('POST /credentials', {
      organisationId,
      name: 'SNMP Agde',
      settings: { version: '2c' },
      secret: { community: 'public' },
    } as never)
    const page = await site.open('/discoveries?new=1')
    const form = page.getByRole('dialog')
    await form.getByText('Choose an organisation first').waitFor()
    expect(await form.getByText('No access is kept').count()).toBe(0)
    await form.getByRole('combobox', { name: 'Organisation' }).click()
    await page.getByRole('option', { name: 'SDIS 99' }).click()
    await form.getByText('All of them').waitFor()
    await page.context().close()
  })

  test('of Ctrl-K begins anew each time, even right after it was left', async () => {
    const page = await site.open('/people')
    await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.locator('[role=combobox][aria-autocomplete=list]:focus').waitFor()
    await page.keyboard.type('camille')
    await page.getByRole('option', { name: 'Camille Martin' }).waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.locator('[role=combobox][aria-autocomplete=list]:focus').waitFor()
    await page.keyboard.type('sdis')
    await page.getByRole('option', { name: 'SDIS 99' }).waitFor()
    await page.context().close()
  })

  test('that a wrong code has refused says which field, and the next one takes its place', async () => {
    const page = await site.open('/me?tab=security')
    await page.getByRole('button', { name: 'Set up a second factor' }).click()
    await page.locator('[name=password]:focus').waitFor()
    await page.keyboard.type(adminPassword)
    await page.keyboard.press('Enter')
    await page.locator('[name=code]').fill('000000')
    await page.keyboard.press('Enter')
    await page.getByRole('alert').getByText('One field needs correcting').waitFor()
    await page.keyboard.type('1234')
    expect(await page.locator('[name=code]').inputValue()).toBe('1234')
    await page.context().close()
  })

  test('of somebody new begins with the organisation whose page it was opened on', async () => {
    const page = await site.open(`/organisations/${other}`)
    for (const tab of ['Assets', 'Sites', 'People']) await page.getByRole('tab', { name: tab }).waitFor()
    await page.getByRole('tab', { name: 'Sites' }).click()
    await page.getByText('Médiathèque').first().waitFor()
    const { admin } = site.house
    const { id } = await admin.call('POST /organisations', { name: 'Port de Sète' })
    await page.goto(`${site.origin}/organisations/${id}`)
    await page.getByRole('button', { name: 'Invite a person' }).click()
    const organisation = page.getByRole('dialog').getByRole('combobox', { name: 'Organisation' })
    expect(await organisation.inputValue()).toBe('Port de Sète')
    await page.context().close()
  })

  test('of the first steps offers the sites that are there, and takes another', async () => {
    const page = await site.open('/start')
    await page.getByRole('combobox', { name: 'Organisation' }).click()
    await page.getByRole('option', { name: 'Mairie de Mauguio' }).click()
    await page.locator('[name=siteName]').fill('Médi')
    await page.getByRole('option', { name: 'Médiathèque' }).click()
    expect(await page.locator('[name=siteName]').inputValue()).toBe('Médiathèque')
    await page.context().close()
  })

  test('that is filled brings up no keyboard on a phone', async () => {
    await site.house.admin.call('PUT /mail-server', {
      host: '127.9.9.9',
      port: 2525,
      security: 'none',
      username: '',
      sender: 'vigie@example.org',
    })
    const page = await site.open('/settings/mail', { width: 390 })
    await page.locator('[name=host]').waitFor()
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT')
    await page.context().close()
  })

  test('of a dated period writes its dates alike in every browser', async () => {
    const { admin, organisationId } = site.house
    const { id } = await admin.call('POST /sites', { organisationId, name: 'CIS Sète', level: 2 })
    const page = await site.open(`/sites/${id}`)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Raise the level…' }).click()
    const end = page.getByRole('dialog').locator('[name=endsAt]')
    expect(await end.inputValue()).toMatch(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/)
    await end.fill('1/2/2099 8h05')
    await page.keyboard.press('Tab')
    expect(await end.inputValue()).toBe('01/02/2099 08:05')
    await page.getByRole('dialog').getByRole('button', { name: 'Raise', exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const { items } = await admin.call('GET /sites/:siteId/level-periods', { siteId: id })
    const zone = await page.evaluate(() => new Date(2099, 1, 1, 8, 5).toISOString())
    expect(items.map(({ endsAt }) => new Date(endsAt).toISOString())).toEqual([zone])
    await page.context().close()
  })
})
