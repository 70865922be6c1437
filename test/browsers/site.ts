import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { build, preview } from 'vite'
import { adminPassword, startTestHouse, type TestHouse } from '#test/house'

const executablePath = '/usr/bin/chromium'

/** Why no test can drive a browser here; undefined where one can. */
export const noBrowser = existsSync(executablePath) ? undefined : `no ${executablePath}`

interface Look {
  language?: 'fr' | 'en'
  width?: number
  /** Who signs in: the first administrator unless said. */
  email?: string
  password?: string
}

export interface Site {
  house: TestHouse
  origin: string
  /** A page of somebody who has signed in and came to that path, in a browser profile of its own. */
  open(path: string, look?: Look): Promise<Page>
  close(): Promise<void>
}

/** The whole product, its user interface as it is built, and the system's Chromium. */
export async function startSite(): Promise<Site> {
  const outDir = await mkdtemp(join(tmpdir(), 'vigie-site-'))
  const site = { outDir, emptyOutDir: true }
  const house = await startTestHouse()
  await build({ logLevel: 'error', build: site })
  const web = await preview({
    logLevel: 'error',
    build: site,
    preview: { host: '127.0.0.1', port: 0, proxy: { '/api': house.url } },
  })
  const origin = web.resolvedUrls!.local[0]!.replace(/\/$/, '')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  return {
    house,
    origin,
    async open(path, { language = 'en', width = 1440, email = 'camille@example.org', password } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        locale: language === 'fr' ? 'fr-FR' : 'en-GB',
        reducedMotion: 'reduce',
        hasTouch: width < 700,
      })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      await page.goto(`${origin}/sign-in?next=${encodeURIComponent(path)}`)
      await page.locator('[name=email]').fill(email)
      await page.locator('[name=password]').fill(password ?? adminPassword)
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname !== '/sign-in')
      return page
    },
    async close() {
      await browser.close()
      await web.close()
      await house.stop()
      await rm(outDir, { recursive: true, force: true })
    },
  }
}
