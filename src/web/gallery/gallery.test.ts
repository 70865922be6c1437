import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGallery, type Gallery } from '#test/browsers/gallery'

let gallery: Gallery
beforeAll(async () => void (gallery = await startGallery()), 120_000)
afterAll(() => gallery?.close())

const rowsShown = (page: Page) => page.locator('[data-index]')
const search = (page: Page) => new URL(page.url()).searchParams

describe('a list', () => {
  test('of ten thousand rows holds only those on screen, and its end is a key away', async () => {
    const page = await gallery.open('/devices')
    await rowsShown(page).first().waitFor()
    expect(await page.locator('h1').textContent()).toContain('10,000')
    expect(await rowsShown(page).count()).toBeLessThan(60)
    await page.keyboard.press('End')
    const last = page.locator('[data-index="9999"]')
    await last.waitFor()
    expect(await last.getAttribute('aria-rowindex')).toBe('10001')
    await page.context().close()
  })

  test('scrolls smoothly: a step draws the rows that come, and touches no other', async () => {
    const page = await gallery.open('/devices')
    await rowsShown(page).first().waitFor()
    await page.waitForLoadState('networkidle')
    const steps = 40
    const { added, changed } = await page.evaluate(async (count) => {
      const grid = document.querySelector('[role=grid]')
      const seen = { added: 0, changed: 0 }
      const observer = new MutationObserver((records) => {
        for (const { type, target, addedNodes } of records) {
          const row = target instanceof Element ? target.closest('[role=row]') : null
          if (type === 'attributes' && row) seen.changed++
          if (!row) seen.added += addedNodes.length
        }
      })
      if (grid) observer.observe(grid, { subtree: true, childList: true, attributes: true })
      for (let step = 0; step < count; step++) {
        grid?.parentElement?.scrollBy(0, 120)
        await new Promise(requestAnimationFrame)
      }
      return seen
    }, steps)
    // 120 pixels are three rows of 40; those that are beyond the edge are drawn some rows ahead, once.
    expect(added).toBeGreaterThan(2 * steps)
    expect(added).toBeLessThan(3 * steps + 30)
    expect(changed).toBe(0)
    await page.context().close()
  })

  test('is walked, looked at, chosen and left by the keyboard alone', async () => {
    const page = await gallery.open('/devices')
    await rowsShown(page).first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-index'))).toBe('2')
    await page.keyboard.press('p')
    await page.locator('aside h2').waitFor()
    const second = await page.locator('aside h2').textContent()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => page.locator('aside h2').textContent()).not.toBe(second)
    await page.keyboard.press('Escape')
    await page.locator('aside h2').waitFor({ state: 'detached' })
    await page.keyboard.press('a')
    await page.getByText('1 alert(s) acknowledged').waitFor()
    await page.keyboard.press('x')
    await page.keyboard.press('k')
    await page.keyboard.press('x')
    expect(await page.getByRole('toolbar').textContent()).toContain('2 selected')
    await page.keyboard.press('a')
    await page.getByText('2 alert(s) acknowledged').waitFor()
    await page.keyboard.press('o')
    await page.waitForURL(/\/devices\/d\d+$/)
    await page.context().close()
  })

  test('has its filters, sort, columns and peek in the address, and comes back to them', async () => {
    const page = await gallery.open('/devices')
    await rowsShown(page).first().waitFor()
    await page.keyboard.press('f')
    await page.getByRole('dialog').getByRole('button', { name: 'State' }).click()
    await page.getByRole('checkbox', { name: 'Critical' }).click()
    await page.getByRole('checkbox', { name: 'Warning' }).click()
    await page.keyboard.press('Escape')
    await expect.poll(() => search(page).get('state')).toBe('critical,warning')
    await page.keyboard.press('/')
    await page.keyboard.type('bre')
    await expect.poll(() => search(page).get('q')).toBe('bre')
    await page.getByRole('button', { name: 'Since' }).click()
    await expect.poll(() => search(page).get('sort')).toBe('since')
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Serial number' }).click()
    await page.keyboard.press('Escape')
    const address = page.url()
    const count = await page.locator('h1').textContent()
    const name = await rowsShown(page).first().getByRole('link').textContent()
    await rowsShown(page).first().getByRole('link').click()
    await page.waitForURL(/\/devices\/d\d+$/)
    await page.goBack()
    await rowsShown(page).first().waitFor()
    expect(page.url()).toBe(address)
    expect(await page.locator('h1').textContent()).toBe(count)
    expect(await rowsShown(page).first().getByRole('link').textContent()).toBe(name)
    await page.getByRole('columnheader', { name: 'Serial number' }).waitFor()
    await page.context().close()
  })

  test('comes back to where it was scrolled', async () => {
    const page = await gallery.open('/devices')
    await rowsShown(page).first().waitFor()
    const scroller = page.locator('[role=grid]').locator('..')
    await scroller.evaluate((element) => (element.scrollTop = 20_000))
    const link = page.locator('[data-index="510"]').getByRole('link')
    await link.click()
    await page.waitForURL(/\/devices\/d\d+$/)
    await page.goBack()
    await page.locator('[data-index="510"]').waitFor()
    expect(await scroller.evaluate((element) => element.scrollTop)).toBeGreaterThan(19_000)
    await page.context().close()
  })

  test('follows what changes by itself', async () => {
    const page = await gallery.open('/devices')
    await rowsShown(page).first().waitFor()
    await page.evaluate(() => {
      const { gallery: played } = globalThis as unknown as {
        gallery: { devices: { name: string }[]; say: (type: string) => void }
      }
      for (const device of played.devices)
        if (device.name === 'ap-bre-0031') device.name = 'ap-bre-0000-renamed'
      played.say('device.changed')
    })
    await page.getByRole('link', { name: 'ap-bre-0000-renamed' }).waitFor({ timeout: 1000 })
    await page.context().close()
  })
})

describe('what is live', () => {
  const renamed = (page: Page, to: string) =>
    page.evaluate((name) => {
      const { gallery: played } = globalThis as unknown as {
        gallery: { devices: { id: string; name: string }[] }
      }
      const device = played.devices.find(({ id }) => id === 'd31')
      if (device) device.name = name
    }, to)
  const said = (type: string) => {
    for (const stream of gallery.streams)
      stream.write(`id: 1\ndata: ${JSON.stringify({ id: '1', type, payload: {} })}\n\n`)
  }

  test('two tabs share one stream, say when it is lost, and read again when it is back', async () => {
    const one = await gallery.open('/devices/d31?stream=real')
    const other = await one.context().newPage()
    await other.goto(`${gallery.origin}/devices/d31?stream=real`)
    await other.locator('h1').waitFor()
    await expect.poll(() => gallery.streams.size).toBe(1)

    await renamed(one, 'ap-live-1')
    await renamed(other, 'ap-live-1')
    said('device.changed')
    await one.getByRole('heading', { name: 'ap-live-1' }).waitFor({ timeout: 1000 })
    await other.getByRole('heading', { name: 'ap-live-1' }).waitFor({ timeout: 1000 })

    gallery.stream(false)
    await one.getByText('Not live for').waitFor()
    await renamed(one, 'ap-live-2')
    gallery.stream(true)
    await one.getByRole('heading', { name: 'ap-live-2' }).waitFor()
    await one.getByText('Not live for').waitFor({ state: 'detached' })

    await one.close()
    expect(gallery.streams.size).toBe(1)
    await other.close()
    await expect.poll(() => gallery.streams.size).toBe(0)
    await one.context().close()
  }, 60_000)
})

describe('a form', () => {
  test('says what is wrong at the field and above, after leaving it, and keeps what was typed over a reload', async () => {
    const page = await gallery.open('/form')
    const name = page.getByRole('textbox', { name: 'Name' })
    await name.focus()
    expect(await page.getByText('Give the device a name.').count()).toBe(0)
    // Nobody has typed anything yet: there is nothing to correct.
    await page.keyboard.press('Tab')
    await name.fill('sw')
    await name.fill('')
    expect(await page.getByText('Give the device a name.').count()).toBe(0)
    await page.keyboard.press('Tab')
    await page.getByText('Give the device a name.').waitFor()
    await page.getByRole('textbox', { name: 'Notes' }).fill('left cabinet')
    await page.getByRole('textbox', { name: 'SNMP' }).fill('secret word')
    await page.getByRole('button', { name: 'Add a device' }).click()
    await page.getByRole('alert').getByText('2 fields need correcting: Name and Kind.').waitFor()
    await page.reload()
    await page.getByText('What you typed before was kept.').waitFor()
    expect(await page.getByRole('textbox', { name: 'Notes' }).inputValue()).toBe('left cabinet')
    expect(await page.getByRole('textbox', { name: 'SNMP' }).inputValue()).toBe('')
    await page.context().close()
  })

  test('shows what another person changed, and keeps both', async () => {
    const page = await gallery.open('/devices/d7')
    await page.keyboard.press('e')
    const drawer = page.getByRole('dialog')
    await drawer.getByRole('textbox', { name: 'Notes' }).fill('mine')
    await page.evaluate(() => {
      const { gallery: played } = globalThis as unknown as {
        gallery: { changeBehind: (id: string, change: object) => void }
      }
      played.changeBehind('d7', { serial: 'THEIRS-1', notes: 'theirs' })
    })
    await drawer.getByRole('button', { name: 'Edit the device' }).click()
    await drawer.getByText('Somebody changed this meanwhile').first().waitFor()
    await drawer.getByText('THEIRS-1').waitFor()
    await drawer.getByRole('button', { name: 'Keep both and save' }).click()
    await drawer.waitFor({ state: 'detached' })
    const facts = page.getByRole('complementary', { name: 'Facts' })
    await facts.getByText('THEIRS-1').waitFor()
    await facts.getByText('mine').waitFor()
    await page.context().close()
  })
})

describe('the frame', () => {
  test('finds a device with Ctrl-K, and goes by g and a letter', async () => {
    const page = await gallery.open('/')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('rtr-bre-0000')
    await page.getByRole('option', { name: /rtr-bre-0000/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/devices\/d0$/)
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await page.waitForURL(/\/alerts$/)
    await expect.poll(() => page.title()).toMatch(/^\(118\) Alerts · Vigie$/)
    await page.context().close()
  })

  test('outlives a page that breaks, an address without a page and a missing right', async () => {
    const page = await gallery.open('/broken')
    await page.getByText('This page ran into an error').waitFor()
    await page.getByRole('link', { name: 'Devices', exact: true }).click()
    await rowsShown(page).first().waitFor()
    await page.goto(`${gallery.origin}/nowhere`)
    await page.getByText('No page has this address').waitFor()
    await page.goto(`${gallery.origin}/forbidden`)
    await page.getByText('Your rights do not cover this page').waitFor()
    await page.context().close()
  })

  test('puts what is wrong now on a whole screen, as large as that allows, and takes it back', async () => {
    const page = await gallery.open('/')
    const title = page.getByRole('heading', { level: 1 })
    const height = async () => (await title.boundingBox())!.height
    await title.waitFor()
    const before = await height()
    await page.setViewportSize({ width: 2_560, height: 1_440 })
    await page.getByRole('button', { name: 'Full screen, for a wall' }).click()
    await page.getByRole('navigation').waitFor({ state: 'detached' })
    await expect.poll(height).toBeCloseTo(before * 2, 0)
    expect(search(page).has('wall')).toBe(true)
    await page.getByRole('button', { name: 'Leave the full screen' }).click()
    await page.getByRole('navigation').first().waitFor()
    expect(search(page).has('wall')).toBe(false)
    await page.context().close()
  })

  test('changes its language and theme at once', async () => {
    const page = await gallery.open('/devices')
    await page.getByRole('button', { name: 'AL, menu of Anne Le Goff' }).click()
    await page.getByText('Français').click()
    await page.getByRole('heading', { name: 'Équipements' }).waitFor()
    await page.getByText('Sombre').click()
    expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark')
    await page.context().close()
  })
})

test('a graph zooms by dragging, and goes back by a double click', async () => {
  const page = await gallery.open('/graphs')
  const plot = page.locator('.u-over').first()
  await plot.waitFor()
  const box = (await plot.boundingBox())!
  await page.mouse.move(box.x + 100, box.y + 40)
  await page.mouse.down()
  await page.mouse.move(box.x + 300, box.y + 60, { steps: 5 })
  await page.mouse.up()
  await expect.poll(() => search(page).get('from')).not.toBeNull()
  const [from, to] = [Number(search(page).get('from')), Number(search(page).get('to'))]
  expect((to - from) / 3_600_000).toBeCloseTo((24 * 200) / box.width, 0)
  await plot.dblclick()
  await expect.poll(() => search(page).get('from')).toBeNull()
  await page.context().close()
})

test('a graph that is zoomed far in tells its seconds, and no time that it has not', async () => {
  const page = await gallery.open('/graphs')
  const plot = page.locator('.u-over').first()
  await plot.waitFor()
  await writesOnCanvas(page)
  await dragAcross(page, plot, 30)
  await expect.poll(() => span(page)).toBeLessThan(3_600_000)
  // The pointer has not moved since, and fewer points lie under it.
  await expect.poll(() => page.locator('figure').first().textContent()).not.toContain('1970')
  await dragAcross(page, plot, 30)
  await expect.poll(() => span(page)).toBeLessThan(120_000)
  await expect.poll(async () => (await drawn(page)).some((text) => /:\d\d:30$/.test(text))).toBe(true)
  const labels = (await drawn(page)).filter((text) => text.includes(':'))
  expect(new Set(labels).size).toBe(labels.length)
  expect(await page.locator('figure').first().textContent()).not.toContain('1970')
  // However fast one drags, ten seconds are left.
  for (let turn = 0; turn < 2; turn++) await dragAcross(page, plot, 8)
  await expect.poll(() => span(page)).toBe(10_000)
  await page.context().close()
})

test('a graph without values keeps its axes, and the way back', async () => {
  const page = await gallery.open('/graphs')
  const empty = page.locator('figure').last()
  await empty.scrollIntoViewIfNeeded()
  await empty.getByText('Nothing was measured in this time').waitFor()
  const plot = empty.locator('.u-over')
  await plot.waitFor()
  await dragAcross(page, plot, 200)
  await expect.poll(() => search(page).get('from')).not.toBeNull()
  await plot.dblclick()
  await expect.poll(() => search(page).get('from')).toBeNull()
  await page.context().close()
})

const span = (page: Page) => Number(search(page).get('to')) - Number(search(page).get('from'))

/** A drag that ends near the right edge. */
async function dragAcross(page: Page, plot: Locator, pixels: number): Promise<void> {
  const chosen = plot.locator('.u-select')
  const isChosen = async () => {
    const box = (await plot.boundingBox())!
    const end = box.x + box.width * 0.9
    await page.mouse.up()
    await page.mouse.move(end - pixels, box.y + 40)
    await page.mouse.down()
    await page.mouse.move(end, box.y + 60, { steps: 5 })
    // The selection follows the pointer with the next frame.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    )
    return chosen.evaluate((element) => element.clientWidth)
  }
  // A graph that is just being drawn anew has ears only a moment later.
  await expect.poll(isChosen, { interval: 200 }).toBeGreaterThan(pixels - 2)
  const before = page.url()
  await page.mouse.up()
  await expect.poll(() => page.url()).not.toBe(before)
}

/** From now on the page remembers what it last wrote on its first graph. */
async function writesOnCanvas(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isFirst = (canvas: HTMLCanvasElement) => canvas === document.querySelector('canvas')
    const { fillText, clearRect } = CanvasRenderingContext2D.prototype
    const written: string[] = []
    Object.assign(window, { written })
    CanvasRenderingContext2D.prototype.clearRect = function (...where) {
      if (isFirst(this.canvas)) written.length = 0
      clearRect.apply(this, where)
    }
    CanvasRenderingContext2D.prototype.fillText = function (...what) {
      if (isFirst(this.canvas)) written.push(what[0])
      fillText.apply(this, what)
    }
  })
}

const drawn = (page: Page) => page.evaluate(() => [...(window as unknown as { written: string[] }).written])

test('no page said an error in the console', () => {
  // What these say, they say on purpose.
  expect(gallery.faults.filter((fault) => !/^\/broken|503/.test(fault))).toEqual([])
})
