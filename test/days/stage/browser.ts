import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { bindHands } from './hand.ts'

const executablePath = '/usr/bin/chromium'
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * A person's browser: Debian's Chromium, in French unless said. Faults of all its pages are gathered, and nothing is
 * typed in them but by the hand that counts (`hand.ts`).
 */
export async function openBrowser(
  locale: 'fr-FR' | 'en-GB' = 'fr-FR',
): Promise<{ browser: Browser; page: Page; faults: string[] }> {
  if (!existsSync(executablePath))
    throw new Error(`${executablePath} is not installed (Debian package chromium)`)
  const browser = await chromium.launch({ executablePath, args: flags })
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  context.setDefaultTimeout(20_000)
  bindHands(page)
  const faults: string[] = []
  context.on('weberror', (fault) => faults.push(fault.error().message))
  context.on('console', (message) => {
    // The browser itself reports answers such as the first 401; the page shows what they mean.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      faults.push(message.text())
  })
  return { browser, page, faults }
}

/** Keeps a picture of the page where VIGIE_PICTURES names a folder, for who wants to look at the day. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.VIGIE_PICTURES
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name}.png` })
}
