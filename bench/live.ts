import { chromium, type Page } from 'playwright-core'
import type { Client } from '#test/client'
import { milliseconds, percentile, printTable } from './stage/figures.ts'
import { emptyFolder, signIn, startMeasured, type MeasuredProduct } from './stage/product.ts'

const changes = 40
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']

/** How long after a change is committed an open page shows it, without reloading: a list with that asset in a row. */
export async function run(): Promise<void> {
  const folder = await emptyFolder()
  const product = await startMeasured(folder.path)
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
  try {
    const { admin, organisationId } = await signIn(product)
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await signInPage(page, admin, product)
    const { id } = await admin.call('POST /assets', { organisationId, name: 'sw-live-0', kind: 'switch' })
    await page.goto(`${product.url}/assets`)
    const took = await measure(admin, page, id)
    printTable([
      {
        what: 'from a change to the open page',
        figure: `p50 ${milliseconds(percentile(took, 0.5))}, p95 ${milliseconds(percentile(took, 0.95))}`,
        aim: '1 s',
        how: `${changes} changes of a name, one after another; from the answer to who made it until the row shows it`,
      },
    ])
  } finally {
    await browser.close()
    await product.stop()
    await folder.remove()
  }
}

async function signInPage(page: Page, admin: Client, product: MeasuredProduct): Promise<void> {
  const [name, value] = admin.cookie!.split('=') as [string, string]
  await page.context().addCookies([{ name, value, url: product.url }])
}

async function measure(admin: Client, page: Page, id: string): Promise<number[]> {
  const took: number[] = []
  await page.getByText('sw-live-0', { exact: true }).first().waitFor()
  for (let number = 1; number <= changes; number += 1) {
    const name = `sw-live-${number}`
    await admin.call('PATCH /assets/:id', { id, name }, { ifMatch: number })
    const from = performance.now()
    await page.getByText(name, { exact: true }).first().waitFor()
    took.push(performance.now() - from)
  }
  return took
}
