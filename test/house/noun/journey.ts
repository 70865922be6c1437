import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { adminPassword, startTestHouse, type TestHouse } from '#test/house'

/**
 * What docs/adding-a-noun.md promises on the screen: test/house/adding-a-noun.test.ts puts this beside the pages that
 * the document shows, and runs it there.
 */
const executablePath = '/usr/bin/chromium'
let house: TestHouse
let folder: string
let web: PreviewServer
let browser: Browser
let page: Page

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vigie-noun-web-'))
  const site = { outDir: folder, emptyOutDir: true }
  house = await startTestHouse({ VIGIE_ROLES: 'web' })
  await build({ logLevel: 'error', build: site })
  web = await preview({
    logLevel: 'error',
    build: site,
    preview: { host: '127.0.0.1', port: 0, proxy: { '/api': house.url } },
  })
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
  page.setDefaultTimeout(30_000)
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await web?.close()
  await house?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

test('a spare part is added in the list, shown in its detail, and changed where it stands', async () => {
  const origin = web.resolvedUrls!.local[0]!.replace(/\/$/, '')
  await page.goto(`${origin}/sign-in?next=%2Fspares`)
  await page.locator('[name=email]').fill('camille@example.org')
  await page.locator('[name=password]').fill(adminPassword)
  await page.keyboard.press('Enter')

  await page.getByText('No spare parts', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'New part' }).first().click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('Black toner')
  await form.getByLabel('Minimum').fill('4')
  await form.getByRole('button', { name: 'New part' }).click()
  await page.getByRole('link', { name: 'Black toner' }).first().click()

  await page.waitForURL(/\/spares\/[0-9a-f-]{36}/)
  await page.getByText('4 more are needed.').waitFor()
  expect(await changed('6')).toMatchObject({ quantity: 6 })
  await page.getByText('There is enough.').waitFor()
}, 240_000)

/** Types another quantity into the fact, and answers the row once the server has it. */
async function changed(quantity: string): Promise<unknown> {
  const answer = page.waitForResponse((response) => response.request().method() === 'PATCH')
  await page
    .getByRole('button', { name: /Quantity/ })
    .first()
    .click()
  await page.getByRole('textbox', { name: /Quantity/ }).fill(quantity)
  await page.keyboard.press('Enter')
  return (await answer).json()
}
