import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, startSite, type Site } from '#test/browsers/site'
import { addAsset, until } from '#test/supervision/device'

describe.skipIf(noBrowser)('the page of an alert', () => {
  let site: Site
  beforeAll(async () => void (site = await startSite()), 180_000)
  afterAll(() => site?.close())

  test('tells what is wrong, where, and what people did about it; the list leads to it', async () => {
    const { admin, organisationId } = site.house
    const { id: siteId } = await admin.call('POST /sites', { organisationId, name: 'Brest' })
    // Of TEST-NET-1 (RFC 5737), where nobody answers.
    const assetId = await addAsset(site.house, 'sw-page', '192.0.2.92', siteId)
    await admin.call('POST /services', { organisationId, name: 'Messagerie', assetIds: [assetId] })
    await until(async () => (await admin.call('GET /alerts', { assetId })).total === 1)
    const { id } = (await admin.call('GET /alerts', { assetId })).items[0]!

    const page = await site.open('/alerts')
    await page.getByText('sw-page', { exact: true }).first().click()
    await page.waitForURL(`**/alerts/${id}`)
    await page.getByRole('heading', { name: 'No longer answers ping' }).waitFor()
    await page.getByLabel('Comment').fill('En route')
    await page.getByRole('button', { name: 'Acknowledge', exact: true }).click()
    await page.getByText('Acknowledged – En route').waitFor()
    const text = await page.locator('main').innerText()
    expect(text).toContain('Alert opened: Critical – No longer answers ping')
    for (const name of ['sw-page', 'Brest', 'Messagerie', 'Ping']) expect(text).toContain(name)
  })
})
