import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Secret, TOTP } from 'otpauth'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { nowMs } from '#kernel/clock'
import { startTestHouse, type TestHouse } from '#test/house'

const executablePath = '/usr/bin/chromium'
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const password = 'une barque et deux rames'

let house: TestHouse
let folder: string
let web: PreviewServer
let browser: Browser
let origin: string

beforeAll(async () => {
  if (!existsSync(executablePath)) return
  folder = await mkdtemp(join(tmpdir(), 'vigie-identity-web-'))
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

async function somebody(width: number, locale = 'fr-FR'): Promise<Page> {
  // Without motion: what fades in has not its colours yet.
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

/** What axe finds against WCAG 2.2 AA, in both themes. */
async function faultsOf(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
    await page.evaluate(async () => {
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
      await Promise.allSettled(document.getAnimations().map((each) => each.finished))
    })
    await page.evaluate(axeSource)
    const ids = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: {
          run(
            on: Document,
            options: object,
          ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
        }
      }
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
      const { violations } = await axe.run(document, { runOnly: tags })
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
    })
    found.push(...ids.map((id) => `${colorScheme} ${id}`))
  }
  return found
}

test('somebody is invited, comes, guards the account and comes back with a recovery code', async (context) => {
  if (!existsSync(executablePath)) return context.skip(`no ${executablePath}`)
  const admin = await somebody(1440)
  await admin.goto(`${origin}/sign-in?next=%2Fpeople%3Fnew%3D1`)
  expect(await faultsOf(admin)).toEqual([])
  await admin.keyboard.type('camille@example.org')
  await admin.locator('[name=password]').fill('not it')
  await admin.keyboard.press('Enter')
  await admin.getByText('ne conviennent pas').waitFor()
  await admin.locator('[name=password]').fill('a long test password')
  await admin.keyboard.press('Enter')

  // He comes in to what he asked for, in the language of his record.
  const form = admin.getByRole('dialog')
  await form.getByLabel('Name').fill('Nolwenn Le Gall')
  await form.getByLabel('Email').fill('nolwenn@example.org')
  await form.getByText('Without a role').waitFor()
  expect(await faultsOf(admin)).toEqual([])
  await form.getByRole('button', { name: 'Invite', exact: true }).click()
  const link = await admin.locator('code').innerText()
  await admin.getByRole('button', { name: 'Done' }).click()
  await admin.getByText('This person has not come yet').waitFor()
  expect(await faultsOf(admin)).toEqual([])

  const page = await somebody(390, 'en-GB')
  const refused: string[] = []
  page.on('response', (answer) => {
    if (answer.status() === 403) refused.push(answer.url())
  })
  await page.goto(origin + new URL(link).pathname + new URL(link).hash)
  // In the language that her inviter chose, though her browser speaks English; she may choose anew.
  await page.getByText('Bienvenue, Nolwenn Le Gall').waitFor()
  await page.locator('button[lang=en]').click()
  await page.getByText('Welcome, Nolwenn Le Gall').waitFor()
  await page.locator('button[lang=fr]').click()
  await page.getByText('Bienvenue, Nolwenn Le Gall').waitFor()
  expect(page.url()).not.toContain('vl_')
  await page.locator('[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${origin}/`)
  // Nobody has given her a role: she reads so, in the language of her invitation, and nothing is asked in vain.
  await page.getByText('Vous n’avez encore aucun rôle').waitFor()
  expect(refused).toEqual([])
  // Somebody gives her one: the page opens by itself.
  const person = (await house.admin.call('GET /people', { q: 'Nolwenn' })).items[0]!
  const reader = (await house.admin.call('GET /roles')).items.find(({ builtin }) => builtin === 'reader')!
  await house.admin.call('POST /people/:id/grants', {
    id: person.id,
    roleId: reader.id,
    organisationId: null,
    placeId: null,
  })
  await page.getByText('Vous n’avez encore aucun rôle').waitFor({ state: 'detached' })
  // The administrator sees it without reloading.
  await admin.getByText('This person has not come yet').waitFor({ state: 'detached' })

  await page.goto(`${origin}/me?tab=security`)
  // A page of several forms: the keyboard is in none of them, and what is taken leaves nothing wrong behind.
  await page.getByLabel('Courriel').waitFor()
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT')
  await page.getByLabel('Courriel').fill('nolwenn@example.fr')
  await page.getByLabel('Mot de passe actuel').first().fill(password)
  await page.getByRole('button', { name: 'Changer l’adresse' }).click()
  await page.getByText('L’adresse est changée.').waitFor()
  expect(await page.getByLabel('Mot de passe actuel').first().inputValue()).toBe('')
  expect(await page.locator('[data-form-message]').count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Changer l’adresse' }).isDisabled()).toBe(true)
  await page.getByRole('button', { name: 'Mettre en place' }).click()
  await page.getByLabel('Mot de passe actuel').first().fill(password)
  await page.getByRole('button', { name: 'Continuer' }).click()
  const key = await page.getByText('saisissez cette clé').innerText()
  expect(await faultsOf(page)).toEqual([])
  const totp = new TOTP({ secret: Secret.fromBase32(key.split(':')[1]!.replaceAll(/[^A-Z2-7]/g, '')) })
  await page.getByLabel('Code à six chiffres').fill(totp.generate({ timestamp: nowMs() }))
  await page.getByRole('button', { name: 'Activer le second facteur' }).click()
  const recovery = await page.locator('ol li').first().innerText()
  await page.getByRole('button', { name: 'Je les ai conservés' }).click()
  await page.getByText('Il reste 10 codes').waitFor()

  await page.context().clearCookies()
  await page.goto(`${origin}/me?tab=sessions`)
  await page.locator('[name=email]').fill('nolwenn@example.fr')
  await page.locator('[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Utiliser un code de secours' }).click()
  await page.getByLabel('Code de secours').fill(recovery)
  await page.keyboard.press('Enter')
  await page.getByText('Cette session').waitFor()
  expect(page.url()).toBe(`${origin}/me?tab=sessions`)
  expect(await faultsOf(page)).toEqual([])
}, 120_000)

test('the first visit says where its link is, and a reload loses neither it nor what was typed', async (context) => {
  if (!existsSync(executablePath)) return context.skip(`no ${executablePath}`)
  const page = await somebody(390)
  await page.route('**/api/v1/first-administrator', (route) =>
    route.request().method() === 'GET' ? route.fulfill({ json: { isAwaited: true } }) : route.continue(),
  )
  await page.goto(origin)
  await page.getByText('La première visite commence par un lien').waitFor()
  expect(await page.locator('[name=password]').count()).toBe(0)
  expect(await faultsOf(page)).toEqual([])
  await page.goto(`${origin}/welcome#vf_0123456789`)
  await page.getByLabel('Votre nom').fill('Camille Le Goff')
  await page.getByLabel('Courriel').fill('camille@example.org')
  await page.locator('[name=password]').fill(password)
  await page.keyboard.press('Enter')
  await page.getByLabel('Organisation').waitFor()
  await page.reload()
  await page.getByText('saisissez-le de nouveau').waitFor()
  expect(await page.getByLabel('Votre nom').inputValue()).toBe('Camille Le Goff')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByLabel('Organisation').fill('SDIS 29')
  await page.reload()
  await page.getByText('saisissez-le de nouveau').waitFor()
  expect(await page.getByLabel('Votre nom').inputValue()).toBe('Camille Le Goff')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  expect(await page.getByLabel('Organisation').inputValue()).toBe('SDIS 29')
  // The token is still there: the server is asked, and says what it thinks of this one.
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
}, 120_000)

test('roles are made and undone, and the matrix tells who has what', async (context) => {
  if (!existsSync(executablePath)) return context.skip(`no ${executablePath}`)
  const page = await somebody(1440)
  await page.goto(`${origin}/sign-in?next=/roles/new`)
  await page.locator('[name=email]').fill('camille@example.org')
  await page.locator('[name=password]').fill('a long test password')
  await page.keyboard.press('Enter')
  await page.getByLabel('Name').fill('Duty officer')
  await page.getByLabel('See sites').check()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Create the role' }).click()
  await page.getByRole('heading', { name: 'Duty officer' }).waitFor()
  await page.getByRole('button', { name: 'Remove' }).click()
  await page.waitForURL(/\/roles$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Duty officer', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Matrix of rights' }).click()
  await page.getByRole('columnheader', { name: 'Duty officer' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
}, 120_000)
