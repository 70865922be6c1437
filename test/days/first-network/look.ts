import assert from 'node:assert/strict'
import type { BrowserContext, Page } from 'playwright-core'
import type { Client } from '../../client.ts'
import { picture } from '../stage/browser.ts'
import type { Product } from '../stage/product.ts'
import { until } from '../stage/until.ts'
import type { OpenPages } from './fall.ts'
import { busy, community, deviceCount, guarded, serialOf, site, victim } from './scene.ts'

/** Every fact of the switches, as they say it, and by which credential each was read. */
export async function checkFacts(api: Client): Promise<void> {
  const { items } = await api.call('GET /assets', { q: 'sw-baie', sort: 'name' })
  assert.equal(items.length, deviceCount)
  for (const [index, asset] of items.entries())
    assert.partialDeepStrictEqual(asset, {
      name: `sw-baie-${index + 1}`,
      kind: 'switch',
      vendor: 'Cisco',
      model: 'WS-C2960X-24TS-L',
      serial: serialOf(index + 1),
      firmware: '15.2(4)E7',
      siteName: site.name,
    })
  const { items: interfaces } = await api.call('GET /interfaces', { assetId: items[0]!.id })
  assert.deepEqual(
    interfaces.map(({ name, alias, speedBps }) => [name, alias, speedBps]),
    [1, 2, 3, 4].map((port) => [`Gi1/0/${port}`, `vers baie ${port}`, 1e9]),
  )
  await checkCredentials(api)
}

async function checkCredentials(api: Client): Promise<void> {
  const { items } = await api.call('GET /credentials')
  assert.equal(items.length, 2)
  const [first, second] = items.toSorted((one, other) => one.position - other.position)
  assert.partialDeepStrictEqual(first, { settings: { version: '2c' }, assets: deviceCount - 1 })
  assert.partialDeepStrictEqual(second, {
    settings: { version: '3', user: guarded.user.name, authProtocol: 'sha256', privProtocol: 'aes128' },
    assets: 1,
  })
  assert.ok(!JSON.stringify(items).includes(community), 'a secret is answered')
}

export async function untilAllWell(api: Client, withinMs: number): Promise<void> {
  await until(async () => (await api.call('GET /overview')).assets.ok, deviceCount, withinMs)
  const { items } = await api.call('GET /checks', { limit: 100 })
  assert.equal(items.length, 2 * deviceCount)
}

export async function lookAround(page: Page, product: Product): Promise<void> {
  await page.goto(product.url)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await picture(page, 'overview')
  await page.goto(`${product.url}/assets?q=sw-baie`)
  await page.getByText('sw-baie-7').first().waitFor()
  await picture(page, 'assets')
}

/** The alerts and the switch that will die, each in a tab of its own. */
export async function openPages(context: BrowserContext, product: Product, api: Client): Promise<OpenPages> {
  const open = async (path: string) => {
    const page = await context.newPage()
    await page.goto(`${product.url}${path}`)
    return page
  }
  const { items } = await api.call('GET /assets', { q: victim.name })
  const alerts = await open('/alerts')
  await alerts.getByText('Aucune alerte en cours').waitFor()
  const asset = await open(`/assets/${items[0]!.id}`)
  await asset.locator('[data-state=ok][data-as=badge]').waitFor()
  await asset.getByText(serialOf(3)).first().waitFor()
  await picture(asset, 'asset')
  return { alerts, asset }
}

/**
 * The site stands on the map, where one points at it, with how it is. The map is not left open: without a graphics card
 * drawing it takes the processors that all else is measured on.
 */
export async function lookAtMap(
  context: BrowserContext,
  product: Product,
  state: 'Normal' | 'Critique',
): Promise<void> {
  const page = await context.newPage()
  await page.goto(`${product.url}/map`)
  await page.getByRole('link').filter({ hasText: site.name }).filter({ hasText: state }).waitFor()
  const canvas = page.locator('.maplibregl-canvas')
  await canvas.waitFor()
  const box = (await canvas.boundingBox())!
  const card = page.locator('.map-card')
  // The map is fitted around its only site; marks are drawn a moment after the map.
  for (let tries = 0; tries < 60 && !(await card.isVisible()); tries += 1) {
    await page.mouse.move(box.x + box.width / 2 + (tries % 2), box.y + box.height / 2)
    await card.waitFor({ timeout: 250 }).catch(() => undefined)
  }
  await picture(page, `map-${state}`)
  const told = (await card.innerText()).replaceAll('\u00A0', ' ')
  for (const word of [site.name, state, `${deviceCount} équipements`]) assert.ok(told.includes(word), told)
  await page.close()
}

/** What is stored is what the counters counted, and the graph draws it. */
export async function checkTraffic(page: Page, product: Product, api: Client): Promise<void> {
  const { items } = await api.call('GET /assets', { q: busy.name, sort: 'name' })
  const { id } = items[0]!
  const port = await until(
    async () =>
      (await api.call('GET /assets/:id/measured-interfaces', { id })).items.find(
        ({ name }) => name === busy.port,
      ),
    (one) => one !== undefined && one.inBps !== null && one.outBps !== null,
    90_000,
  )
  equalsCount(port!.inBps!, busy.traffic.in)
  equalsCount(port!.outBps!, busy.traffic.out)
  await checkStored(api, port!.series['if.in']!, port!.inBps!)
  await page.goto(`${product.url}/assets/${id}?tab=traffic&port=${encodeURIComponent(busy.port)}`)
  const graph = page.getByRole('figure').filter({ hasText: `Débit de ${busy.port}` })
  await graph
    .getByRole('row')
    .filter({ hasText: 'Reçu' })
    .filter({ hasText: /1,(?:4[7-9]|5[0-3]?)\s?Mbit\/s/ })
    .waitFor()
  await graph
    .getByRole('row')
    .filter({ hasText: 'Émis' })
    .filter({ hasText: /2(?:4[5-9]|5[0-5])\s?kbit\/s/ })
    .waitFor()
  await graph.locator('canvas').waitFor()
  await picture(page, 'traffic')
  await page.goto(`${product.url}/assets/${id}?range=1h`)
  const response = page.getByRole('figure').filter({ hasText: 'Temps de réponse' })
  await response
    .getByRole('cell')
    .filter({ hasText: /\d\s?ms/ })
    .first()
    .waitFor()
  await until(() => isDrawn(page), true, 10_000)
  await picture(page, 'response')
}

/** The device's clock and ours differ by what an answer takes on its way, and the first two turns may be seconds apart. */
function equalsCount(bitsPerS: number, octetsPerS: number): void {
  const counted = octetsPerS * 8
  assert.ok(Math.abs(bitsPerS - counted) <= counted / 50, `stored ${bitsPerS} bit/s, counted ${counted}`)
}

async function checkStored(api: Client, seriesId: number, last: number): Promise<void> {
  const [from, to] = [-10 * 60_000, 60_000].map((ms) => new Date(Date.now() + ms).toISOString())
  const { series } = await api.call('GET /series/read', {
    ids: String(seriesId) as never,
    from: from!,
    to: to!,
    points: 4_000,
  })
  const stored = series[0]!.mean.filter((value) => value !== null)
  assert.ok(stored.length > 0)
  assert.equal(stored.at(-1), last)
}

/** Whether there is a curve on the graph: something blue, since axes and grid are grey. */
function isDrawn(page: Page): Promise<boolean> {
  return page
    .locator('figure canvas')
    .first()
    .evaluate((element) => {
      const canvas = element as unknown as {
        width: number
        height: number
        getContext(kind: '2d'): {
          getImageData(x: number, y: number, w: number, h: number): { data: number[] }
        }
      }
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
      for (let at = 0; at < data.length; at += 4)
        if (data[at + 3]! > 100 && data[at + 2]! - data[at]! > 80) return true
      return false
    })
}
