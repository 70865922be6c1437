import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settings } from '#kernel/config'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const told = settings.filter(({ name }) => name !== 'VIGIE_TEST_CONTROL')

test.each([
  ['docs/guide/en/running.md', 'en'],
  ['docs/guide/fr/exploiter.md', 'fr'],
] as const)('%s lists every setting with the words of the code', (path, language) => {
  const rows = told.map(({ name, key, default: fallback, ...words }) => {
    const cells = [`\`${name}\``, `\`${key}\``, fallback && `\`${fallback}\``, words[language]]
    return `| ${cells.join(' | ')} |`
  })
  const found = read(path)
    .split('\n')
    .filter((line) => /^\| `[A-Z]/.test(line))
  expect(found).toEqual(rows)
})

test('README names only settings that exist, with their defaults', () => {
  const rows = [...read('README.md').matchAll(/^\| `([A-Z_]+)`.*$/gm)]
  expect(rows.length).toBeGreaterThan(4)
  for (const [row, name] of rows) {
    const setting = told.find((candidate) => candidate.name === name)
    expect(setting, row).toBeDefined()
    if (setting!.default) expect(row).toContain(`\`${setting!.default}\``)
  }
})
