import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { member, memberPassword } from '#test/member'
import { noBrowser, startSite, type Site } from './site.ts'

let site: Site

describe.skipIf(noBrowser)('what is shown', () => {
  beforeAll(async () => {
    site = await startSite()
    const { admin, organisationId } = site.house
    const above = await admin.call('POST /sites', { organisationId, name: 'Groupement Ouest' })
    for (const name of ['CIS Agde', 'CIS Clermont-l’Hérault']) {
      const { id } = await admin.call('POST /sites', { organisationId, name, parentId: above.id })
      await admin.call('POST /assets', { organisationId, name: `sw ${name}`, siteId: id, kind: 'switch' })
    }
    await admin.call('POST /people', {
      name: 'Commandante Marie-Christine de La Rochefoucauld-Montbel',
      email: 'marie-christine@example.org',
      language: 'fr',
      organisationId,
      grants: [],
    })
  })
  afterAll(() => site?.close())

  test('of people fits the screen, and a long name ends in dots', async () => {
    const page = await site.open('/people')
    const name = page.getByRole('grid').getByText('Commandante')
    await name.waitFor()
    const cut = await name.evaluate((text) => ({
      isCut: text.scrollWidth > text.clientWidth,
      dots: getComputedStyle(text).textOverflow,
      beyond:
        text.getBoundingClientRect().right - text.closest('[role=gridcell]')!.getBoundingClientRect().right,
    }))
    expect(cut).toMatchObject({ isCut: true, dots: 'ellipsis' })
    expect(cut.beyond).toBeLessThanOrEqual(0)
    for (const path of ['/people', '/assets']) {
      await page.goto(site.origin + path)
      await page.getByRole('row').nth(1).waitFor()
      const beyond = await page.getByRole('grid').evaluate((grid) => {
        const scroller = grid.closest('[class*=scroller]') ?? grid.parentElement!
        return scroller.scrollWidth - scroller.clientWidth
      })
      expect([path, beyond]).toEqual([path, 0])
    }
    await page.context().close()
  })

  test('of assets begins the names of their sites in one place', async () => {
    const page = await site.open('/assets')
    const left = async (name: string) =>
      (await page.getByRole('grid').getByText(name, { exact: true }).boundingBox())!.x
    await page.getByRole('grid').getByText('CIS Agde', { exact: true }).waitFor()
    expect(await left('CIS Agde')).toBe(await left('CIS Clermont-l’Hérault'))
    await page.context().close()
  })

  test('to who may run no discovery is no instruction to run one', async () => {
    const client = await member(site.house, 'client', { organisationId: site.house.organisationId })
    const page = await site.open('/', { email: client.email, password: memberPassword, language: 'fr' })
    await page.getByText('No asset is supervised yet').waitFor()
    expect(await page.getByText('SNMP credential').count()).toBe(0)
    await page.context().close()
  })

  test('of the journal tells a refused sign-in, finds it, and names who came in', async () => {
    await site.house.anonymous.send('POST /sessions', { email: 'camille@example.org', password: 'not it' })
    const page = await site.open('/journal')
    await page.getByRole('row', { name: 'Sign-in refused: wrong password' }).first().waitFor()
    const signedIn = page.getByRole('row', { name: /^Sign-in / }).filter({ hasText: 'Camille Martin' })
    await signedIn.first().waitFor()
    await page.goto(`${site.origin}/journal?outcome=refused`)
    await page.getByText('Outcome').first().waitFor()
    await expect.poll(() => page.getByRole('row').filter({ hasText: 'refused' }).count()).toBeGreaterThan(0)
    expect(
      await page
        .getByRole('row', { name: /^Sign-in / })
        .filter({ hasNotText: 'refused' })
        .count(),
    ).toBe(0)
    await page.context().close()
  })
})
