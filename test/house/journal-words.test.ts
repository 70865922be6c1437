import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { domains } from '../../src/app.ts'

/** What each domain says that its operations have done: `sites.create`. */
function wordsOf(language: 'fr' | 'en'): Set<string> {
  return new Set(
    domains.flatMap(({ locales }) => {
      const texts = JSON.parse(readFileSync(new URL(`${language}.json`, locales), 'utf8')) as {
        done?: Record<string, Record<string, string>>
      }
      return Object.entries(texts.done ?? {}).flatMap(([noun, verbs]) =>
        Object.keys(verbs).map((verb) => `${noun}.${verb}`),
      )
    }),
  )
}

const written = domains.flatMap(({ operations }) =>
  operations
    .filter(({ kind, route }) => kind !== 'query' && !route.startsWith('GET '))
    .map(({ name }) => name),
)

test.each(['fr', 'en'] as const)('the journal has words in %s for all that is written', (language) => {
  const words = wordsOf(language)
  expect(written.filter((name) => !words.has(name))).toEqual([])
})
