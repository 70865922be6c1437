import { expect, test } from 'vitest'
import english from './locales/en.json' with { type: 'json' }
import french from './locales/fr.json' with { type: 'json' }
import { mapWords } from './words.ts'

test('each word of the map is in both languages', () => {
  expect(Object.keys(french).toSorted()).toEqual(Object.keys(english).toSorted())
  expect(Object.keys(french.state).toSorted()).toEqual(Object.keys(english.state).toSorted())
})

test('every key that the map asks for exists', () => {
  const asked: string[] = []
  const words = mapWords((key) => {
    asked.push(key)
    return key
  })
  for (const say of [words.sites, words.assets, words.level, words.more]) say(2)
  for (const say of [words.kilometres, words.metres]) say('2')
  const known = new Set([
    ...Object.keys(french).map((key) => key.replace(/_(one|other)$/, '')),
    ...Object.keys(french.state).map((key) => `state.${key}`),
    ...Object.keys(french.held).map((key) => `held.${key}`),
  ])
  expect(asked.filter((key) => !known.has(key))).toEqual([])
})
