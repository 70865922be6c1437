import { expect, test } from 'vitest'
import { shell } from '../pages.ts'

test('after g, each letter leads to one page', () => {
  const pages = shell.pages.filter((page) => page.navigation?.key)
  expect(pages.length).toBeGreaterThan(8)
  const byKey = Map.groupBy(pages, (page) => page.navigation!.key)
  const shared = [...byKey.values()]
    .filter((some) => some.length > 1)
    .map((some) => some.map(({ path }) => path))
  expect(shared).toEqual([])
})
