import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser, startSite, type Site } from './site.ts'

let site: Site

describe.skipIf(noBrowser)('the guide', () => {
  beforeAll(async () => void (site = await startSite()))
  afterAll(() => site?.close())

  test('is found by Ctrl-K, and leads from chapter to chapter', async () => {
    for (const width of [1440, 390]) {
      const page = await site.open('/people', { width })
      await page.getByRole('heading', { level: 1, name: 'People' }).waitFor()
      await page.keyboard.press('Control+k')
      await page.locator('[role=combobox][aria-autocomplete=list]:focus').waitFor()
      await page.keyboard.type('help')
      await page.getByRole('option', { name: 'The first hour' }).click()
      await page.getByRole('heading', { level: 1, name: 'The first hour' }).waitFor()
      await page
        .getByRole('navigation', { name: 'Guide' })
        .getByRole('link', { name: 'Running Vigie' })
        .click()
      await page.getByRole('heading', { level: 1, name: 'Running Vigie' }).waitFor()
      await page.getByRole('table').first().waitFor()
      const beyond = await page.evaluate(() => {
        const main = document.querySelector('main')!
        return main.scrollWidth - main.clientWidth
      })
      expect(beyond).toBe(0)
      await page.context().close()
    }
  })
})
