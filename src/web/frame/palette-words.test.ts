import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shell } from '../pages.ts'
import { fits } from './fits.ts'
import { ownActions } from './own-actions.ts'

const nothing = () => undefined
const actions = [...shell.actions, ...ownActions({ like: nothing, speakOwn: nothing, signOut: nothing })]

test.each([
  ['fr', 'ajouter un site', 'estate:sites.create'],
  ['fr', 'ajouter un équipement', 'estate:assets.create'],
  ['fr', 'créer une organisation', 'identity:organisations.create'],
  ['fr', 'nouvel utilisateur', 'identity:people.invite'],
  ['fr', 'sombre', 'web:own.dark'],
  ['fr', 'mode nuit', 'web:own.dark'],
  ['fr', 'langue', 'web:own.english'],
  ['fr', 'déconnexion', 'web:me.signOut'],
  ['fr', 'premiers pas', 'inventory:start.title'],
  ['fr', 'mot de passe', 'web:own.password'],
  ['fr', '2fa', 'web:own.secondFactor'],
  ['en', 'second factor', 'web:own.secondFactor'],
  ['fr', 'importer un csv', 'estate:assets.import'],
  ['fr', 'guide', 'web:guide.first-hour'],
  ['fr', 'aide', 'web:guide.watching'],
  ['en', 'help', 'web:guide.estate'],
  ['en', 'add a site', 'estate:sites.create'],
  ['en', 'dark mode', 'web:own.dark'],
  ['en', 'language', 'web:own.french'],
  ['en', 'log out', 'web:me.signOut'],
  ['en', 'logout', 'web:me.signOut'],
  ['en', 'getting started', 'inventory:start.title'],
])('%s: "%s" finds %s', (language, typed, labelKey) => {
  const found = actions.filter((action) => fits(wordsOf(action, language), typed))
  expect(found.map((action) => action.labelKey)).toContain(labelKey)
})

test('every action has other words by which it is found', () => {
  expect(actions.filter(({ wordsKey }) => !wordsKey).map(({ labelKey }) => labelKey)).toEqual([])
})

test('small words alone find what begins with them', () => {
  expect(fits('Envoyer', 'en')).toBe(true)
  expect(fits('Site', 'en')).toBe(false)
})

function wordsOf({ labelKey, wordsKey }: { labelKey: string; wordsKey?: string }, language: string): string {
  return [labelKey, wordsKey].map((key) => (key ? textOf(key, language) : '')).join(' ')
}

/** A text of the locale files as they lie there. */
function textOf(key: string, language: string): string {
  const [namespace = '', path = ''] = key.split(':')
  const folder = namespace === 'web' ? 'src/web' : `src/domains/${namespace}`
  const texts: unknown = JSON.parse(readFileSync(`${folder}/locales/${language}.json`, 'utf8'))
  return String(path.split('.').reduce((at, part) => (at as Record<string, unknown>)?.[part], texts))
}
