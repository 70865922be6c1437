import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHouse, type TestHouse } from '#test/house'

const executablePath = '/usr/bin/chromium'

let house: TestHouse
let folder: string
let web: PreviewServer
let browser: Browser
let origin: string

beforeAll(async () => {
  if (!existsSync(executablePath)) return
  folder = await mkdtemp(join(tmpdir(), 'vigie-estate-web-'))
  const site = { outDir: folder, emptyOutDir: true }
  house = await startTestHouse()
  await build({ logLevel: 'error', build: site })
  web = await preview({
    logLevel: 'error',
    build: site,
    preview: { host: '127.0.0.1', port: 0, proxy: { '/api': house.url } },
  })
  origin = web.resolvedUrls!.local[0]!.replace(/\/$/, '')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await web?.close()
  await house?.stop()
  if (folder) await rm(folder, { recursive: true, force: true })
})

async function signedIn(next: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${origin}/sign-in?next=${next}`)
  await page.locator('[name=email]').fill('camille@example.org')
  await page.locator('[name=password]').fill('a long test password')
  await page.keyboard.press('Enter')
  return page
}

test('an asset is entered with its address, once, even where the address was wrong at first', async (context) => {
  if (!existsSync(executablePath)) return context.skip(`no ${executablePath}`)
  const { admin, organisationId } = house
  const other = await admin.call('POST /assets', { organisationId, name: 'sw-already-there' })
  await admin.call('POST /addresses', { assetId: other.id, address: '192.0.2.10' })
  const page = await signedIn('/assets/new')
  await page.getByRole('heading', { name: 'New asset' }).waitFor()

  // The first field has the keyboard: nobody clicks before typing.
  await page.keyboard.type('sw-brest-9')
  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Switch', exact: true }).click()
  await page.locator('[name=address]').fill('192.0.2')
  await page.keyboard.press('Enter')
  await page.locator('[name=address][aria-invalid=true]').waitFor()
  await page.locator('[name=address]').fill('192.0.2.10')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await page.locator('[name=address]').fill('192.0.2.11')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'sw-brest-9' }).waitFor()
  await page.locator('header').getByText('192.0.2.11').first().waitFor()

  const { items } = await admin.call('GET /assets', { q: 'sw-brest-9' })
  expect(items).toHaveLength(1)
  const addresses = await admin.call('GET /addresses', { assetId: items[0]!.id })
  expect(addresses.items.map(({ address }) => address)).toEqual(['192.0.2.11'])
}, 120_000)

test('a long form scrolls in its frame, which stays where it is', async (context) => {
  if (!existsSync(executablePath)) return context.skip(`no ${executablePath}`)
  const { admin, organisationId } = house
  const { id } = await admin.call('POST /sites', { organisationId, name: 'CIS Brest' })
  const page = await signedIn(`/sites/${id}/edit`)
  await page.locator('[name=name]').waitFor()
  const beyond = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)
  expect(beyond).toBe(0)
}, 60_000)

test('the sites are a tree that folds by its arrow and by the keyboard, and a list again once it is filtered', async (context) => {
  if (!existsSync(executablePath)) return context.skip(`no ${executablePath}`)
  const { admin, organisationId } = house
  const top = await admin.call('POST /sites', { organisationId, name: 'Arbre' })
  const below = await admin.call('POST /sites', { organisationId, name: 'Branche', parentId: top.id })
  await admin.call('POST /sites', { organisationId, name: 'Feuille', parentId: below.id })
  const page = await signedIn('/sites')
  const tree = page.getByRole('treegrid')
  const row = (name: string) => tree.getByRole('row').filter({ hasText: name })
  await row('Feuille').waitFor()
  expect(await row('Feuille').getAttribute('aria-level')).toBe('3')
  expect(await row('Feuille').getAttribute('aria-expanded')).toBeNull()

  await row('Arbre').first().getByRole('button', { name: 'Fold' }).click()
  // Rows below tell the way to them, so that several may be found until they are gone.
  await row('Branche').first().waitFor({ state: 'detached' })
  await expect.poll(() => row('Arbre').first().getAttribute('aria-expanded')).toBe('false')
  await row('Arbre').focus()
  await page.keyboard.press('ArrowRight')
  await row('Feuille').waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await row('Feuille').first().waitFor({ state: 'detached' })
  await page.keyboard.press('ArrowLeft')
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-level'))
  await expect.poll(focused).toBe('1')

  await page.getByRole('textbox', { name: 'Search' }).fill('Feuille')
  await page.getByRole('grid').getByText('Arbre › Branche › ').waitFor()
  expect(await tree.count()).toBe(0)
}, 60_000)
