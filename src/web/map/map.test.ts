import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MapSite, Mark } from './states.ts'
import { startTrial, type Trial } from '#test/browsers/map-trial'

let trial: Trial

beforeAll(async () => {
  trial = await startTrial()
})

afterAll(async () => {
  await trial?.close()
})

const BORDEAUX = { longitude: -0.58, latitude: 44.84 }
const CRITICAL = colour(204, 54, 30)
const WARNING = colour(198, 122, 0)
const NEAR_BORDEAUX = 'zoom=8&longitude=-0.58&latitude=44.84'

test('shows France and asks nobody outside for anything', async () => {
  trial.requests.length = 0
  const page = await trial.open('sites=0')
  const [view] = await page.evaluate(() => globalThis.trial.views)
  expect(view!.bounds.west).toBeLessThan(-5)
  expect(view!.bounds.east).toBeGreaterThan(9.5)
  expect(view!.bounds.north).toBeLessThan(60)
  const [land, sea] = [
    await colourAt(page, { longitude: 2.5, latitude: 47.4 }),
    await colourAt(page, { longitude: -6, latitude: 46 }),
  ]
  expect(land).not.toEqual(sea)
  expect(trial.requests.length).toBeGreaterThan(3)
  expect(trial.requests.filter((url) => !url.startsWith(trial.origin) && !isMadeHere(url))).toEqual([])
  await page.close()
})

test('a cluster counts its sites by state and takes the worst one’s colour', async () => {
  const page = await trial.open(NEAR_BORDEAUX)
  await show(page, group(['ok', 'ok', 'warning', 'critical', 'ok', 'unreachable', 'maintenance', 'critical']))
  await expect
    .poll(() => cardAt(page, BORDEAUX))
    .toEqual(['8 sites', 'Critique 2', 'Avertissement 1', 'Injoignable 1', 'En maintenance 1', 'Normal 3'])
  await expect.poll(() => colourAt(page, BORDEAUX, { x: -10, y: 0 })).toEqual(CRITICAL)
  await page.close()
})

test('where nothing is supervised there is hardly any colour, and no word of a fault', async () => {
  const page = await trial.open(NEAR_BORDEAUX)
  await show(page, group(['none', 'none', 'none']))
  await expect.poll(() => cardAt(page, BORDEAUX)).toEqual(['3 sites', 'Rien n’y est supervisé 3'])
  for (const x of [-10, -14])
    await expect.poll(async () => saturation(await colourAt(page, BORDEAUX, { x, y: 0 }))).toBeLessThan(16)
  await show(page, group(['none', 'ok', 'none']))
  await expect.poll(() => cardAt(page, BORDEAUX)).toEqual(['3 sites', 'Normal 1', 'Rien n’y est supervisé 2'])
  await page.close()
})

test('what somebody has in hand is drawn in outline, behind what nobody has', async () => {
  const page = await trial.open(NEAR_BORDEAUX)
  await show(page, [site('held', BORDEAUX, 'held-critical')])
  await expect.poll(() => cardAt(page, BORDEAUX)).toContain('Critique, acquitté')
  await page.mouse.move(5, 5)
  await expect.poll(async () => saturation(await colourAt(page, BORDEAUX))).toBeLessThan(16)
  await show(page, group(['held-critical', 'warning', 'ok']))
  await expect.poll(() => colourAt(page, BORDEAUX, { x: -7, y: 9 })).toEqual(WARNING)
  await page.close()
})

test('a change of state reaches the mark by itself', async () => {
  const page = await trial.open(NEAR_BORDEAUX)
  await show(page, group(['ok', 'ok', 'ok']))
  await expect.poll(() => cardAt(page, BORDEAUX)).toEqual(['3 sites', 'Normal 3'])
  await page.mouse.move(5, 5)
  await show(page, group(['ok', 'critical', 'ok']))
  await expect.poll(() => colourAt(page, BORDEAUX, { x: -10, y: 0 }), { timeout: 3000 }).toEqual(CRITICAL)
  await page.close()
})

test('where marks overlap the worst is on top, whichever came first', async () => {
  const page = await trial.open(NEAR_BORDEAUX)
  // The first site draws the five beside it into a cluster, whose middle then comes close to the last five.
  const overlapping = (first: Mark, second: Mark): MapSite[] => [
    site('seed', eastBy(0), first),
    ...[1, 2, 3, 4, 5].map((i) => site(`a${i}`, eastBy(38), first)),
    ...[1, 2, 3, 4, 5].map((i) => site(`b${i}`, eastBy(60), second)),
  ]
  await show(page, overlapping('warning', 'critical'))
  await expect.poll(() => colourAt(page, eastBy(49), { x: 0, y: 8 })).toEqual(CRITICAL)
  await expect.poll(() => colourAt(page, eastBy(24), { x: 0, y: 12 })).toEqual(WARNING)
  await show(page, overlapping('critical', 'warning'))
  await expect.poll(() => colourAt(page, eastBy(43), { x: 0, y: 8 })).toEqual(CRITICAL)
  await expect.poll(() => colourAt(page, eastBy(68), { x: 0, y: 12 })).toEqual(WARNING)
  await page.close()
})

test('a click on a site opens it, a click on a cluster comes nearer', async () => {
  const page = await trial.open(NEAR_BORDEAUX)
  const east = { ...BORDEAUX, longitude: BORDEAUX.longitude + 0.08 }
  const far = { ...BORDEAUX, longitude: BORDEAUX.longitude + 0.9 }
  await show(page, [site('west', BORDEAUX, 'ok'), site('east', east, 'ok'), site('far', far, 'warning')])
  await expect
    .poll(() => cardAt(page, far))
    .toEqual(['Site far', 'Avertissement', '3 équipements', 'Niveau opérationnel 2'])
  await clickAt(page, far)
  expect(await page.evaluate(() => globalThis.trial.opened)).toEqual(['far'])

  const middle = { ...BORDEAUX, longitude: BORDEAUX.longitude + 0.04 }
  await expect.poll(() => cardAt(page, middle)).toEqual(['2 sites', 'Normal 2'])
  await clickAt(page, middle)
  await page.waitForFunction(() => globalThis.trial.views.at(-1)!.zoom > 9)
  await expect.poll(() => cardAt(page, BORDEAUX)).toContain('Site west')
  await page.close()
})

test('sites at one place are listed, since no zoom parts them', async () => {
  const page = await trial.open('zoom=13.9&longitude=-0.58&latitude=44.84')
  await show(page, group(['ok', 'critical', 'ok']))
  await cardAt(page, BORDEAUX)
  await clickAt(page, BORDEAUX)
  const choices = page.locator('.map-card li button')
  await choices.first().waitFor()
  expect(await choices.allTextContents()).toEqual(['Site 1', 'Site 0', 'Site 2'])
  await choices.first().click()
  expect(await page.evaluate(() => globalThis.trial.opened)).toEqual(['1'])
  await page.keyboard.press('Escape')
  await choices.first().waitFor({ state: 'detached' })
  await page.close()
})

test('keys move, zoom and come back, and each new view is told', async () => {
  const page = await trial.open('sites=50&departement=33')
  const first = await lastView(page)
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction((west) => globalThis.trial.views.at(-1)!.bounds.west > west, first.bounds.west)
  await page.keyboard.press('+')
  await page.waitForFunction((zoom) => globalThis.trial.views.at(-1)!.zoom > zoom + 0.9, first.zoom)
  await page.keyboard.press('0')
  await page.waitForFunction(
    (zoom) => Math.abs(globalThis.trial.views.at(-1)!.zoom - zoom) < 0.01,
    first.zoom,
  )
  expect((await lastView(page)).bounds.west).toBeCloseTo(first.bounds.west, 2)
  await page.close()
})

test('the dark theme changes the map that is there', async () => {
  const page = await trial.open('sites=0')
  const inland = { longitude: 2.5, latitude: 47.4 }
  const light = await colourAt(page, inland)
  await page.evaluate(() => globalThis.trial.show({ colours: globalThis.trial.dark }))
  await expect.poll(() => colourAt(page, inland)).not.toEqual(light)
  const [red] = await colourAt(page, inland)
  expect(red).toBeLessThan(60)
  await page.close()
})

test('two thousand sites take two hundred changes a second, and the page goes on', async () => {
  const page = await trial.open('sites=2000', { width: 700, height: 500 })
  // How much of a processor that takes depends on the machine's way to draw: a figure for a bench, not for a test.
  expect(await page.evaluate(() => globalThis.trial.storm(200, 3))).toBe(600)
  await page.close()
}, 300_000)

/** A colour as drawn, give or take what blending at an edge does. */
function colour(...channels: [red: number, green: number, blue: number]) {
  return channels.map((channel) => expect.closeTo(channel, -1))
}

/** How far a colour is from grey: 0 for grey, 255 for the purest. */
function saturation(channels: number[]): number {
  return Math.max(...channels) - Math.min(...channels)
}

interface Place {
  longitude: number
  latitude: number
}

function site(id: string, place: Place, mark: Mark): MapSite {
  return { id, name: `Site ${id}`, ...place, mark, level: 2, count: 3 }
}

/** A place some pixels east of Bordeaux as seen at zoom 8. */
function eastBy(pixels: number): Place {
  return { ...BORDEAUX, longitude: BORDEAUX.longitude + (pixels * 360) / (512 * 2 ** 8) }
}

/** Sites of these states at one place. */
function group(marks: Mark[]): MapSite[] {
  return marks.map((mark, i) => site(String(i), BORDEAUX, mark))
}

async function show(page: Page, sites: MapSite[]): Promise<void> {
  await page.evaluate((shown) => globalThis.trial.show({ sites: shown }), sites)
}

async function lastView(page: Page) {
  return page.evaluate(() => globalThis.trial.views.at(-1)!)
}

/** Where a place is on the page, by the view that the map has told last (Web Mercator, 512 px at zoom 0). */
async function pixelOf(page: Page, place: Place): Promise<{ x: number; y: number }> {
  const view = await lastView(page)
  const { width, height } = page.viewportSize()!
  const scale = 512 * 2 ** view.zoom
  const northing = (latitude: number): number =>
    Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)) / (2 * Math.PI)
  return {
    x: width / 2 + ((place.longitude - view.longitude) / 360) * scale,
    y: height / 2 - (northing(place.latitude) - northing(view.latitude)) * scale,
  }
}

async function clickAt(page: Page, place: Place): Promise<void> {
  const { x, y } = await pixelOf(page, place)
  await page.mouse.click(x, y)
}

/** The lines of the card that appears when the pointer rests on a place. */
async function cardAt(page: Page, place: Place): Promise<string[]> {
  const card = page.locator('.map-card > *')
  await expect
    .poll(async () => {
      const { x, y } = await pixelOf(page, place)
      await page.mouse.move(x + 3, y)
      await page.mouse.move(x, y)
      return card.count()
    })
    .toBeGreaterThan(0)
  const lines = await card.evaluateAll((all) => all.map((line) => (line as HTMLElement).innerText))
  return lines.map((line) => line.replaceAll(/\s+/g, ' '))
}

/** Red, green and blue of what is drawn at a place, or some pixels beside it. */
async function colourAt(page: Page, place: Place, beside = { x: 0, y: 0 }): Promise<number[]> {
  const { x, y } = await pixelOf(page, place)
  const clip = { x: Math.round(x + beside.x), y: Math.round(y + beside.y), width: 1, height: 1 }
  const png = (await page.screenshot({ clip })).toString('base64')
  return page.evaluate(async (data) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob())
    const context = new OffscreenCanvas(1, 1).getContext('2d')!
    context.drawImage(picture, 0, 0)
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }, png)
}

/** Addresses of bytes that the page made itself. */
function isMadeHere(url: string): boolean {
  return url.startsWith('data:') || url.startsWith('blob:')
}
