import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startGallery, type Gallery, type Look } from '#test/browsers/gallery'

let gallery: Gallery
beforeAll(async () => void (gallery = await startGallery()), 120_000)
afterAll(() => gallery?.close())

describe('everybody can use it (WCAG 2.2 AA, by axe)', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const every = [
    '/',
    '/devices?peek=d31&state=ok',
    '/devices/d51',
    '/pieces',
    '/form',
    '/graphs',
    '/empty',
    '/slow',
    '/alerts',
    '/map',
    '/import',
    '/devices?new=1',
  ]
  const few = ['/', '/devices', '/devices/d51', '/form', '/pieces']
  const looks: [Look, string[]][] = [
    [{ theme: 'light', language: 'fr' }, every],
    [{ theme: 'dark', language: 'en' }, every],
    [{ theme: 'light', language: 'en', width: 390 }, few],
    [{ theme: 'dark', language: 'fr', width: 390 }, few],
  ]

  test.each(looks)(
    '%o',
    async (look, paths) => {
      const found: string[] = []
      const page = await gallery.open(paths[0]!, look)
      for (const path of paths) {
        await page.goto(gallery.origin + path)
        await page.locator('h1').first().waitFor()
        await page.waitForLoadState('networkidle')
        found.push(...(await violationsOf(page)).map((violation) => `${path} ${violation}`))
      }
      await page.context().close()
      expect(found).toEqual([])
    },
    180_000,
  )

  async function violationsOf(page: Page): Promise<string[]> {
    await page.evaluate(axe)
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      const result = await axe.run({ runOnly: tags })
      return result.violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
      )
    })
  }
})
