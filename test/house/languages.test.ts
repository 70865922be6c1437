import { describe, expect, test } from 'vitest'
import { withFrenchSpaces } from '../../scripts/check/french.ts'
import { findLanguageFaults, languagesCheck } from '../../scripts/check/languages.ts'
import { findUnknownKeys } from '../../scripts/check/translations.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tree } from './tree.ts'

const folder = 'src/domains/estate/locales'
const house = (fr: object, en: object, more: Record<string, string> = {}) =>
  tree({ [`${folder}/fr.json`]: JSON.stringify(fr), [`${folder}/en.json`]: JSON.stringify(en), ...more })
const said = (fr: object, en: object) =>
  findLanguageFaults(house(fr, en)).map(({ where, message }) => `${where} ${message}`)

describe('both languages are complete', () => {
  test.each([
    ['a key that French lacks', {}, { site: { name: 'Name' } }, `${folder}/fr.json site.name is missing`],
    ['a key that English lacks', { site: { name: 'Nom' } }, {}, `${folder}/en.json site.name is missing`],
    ['an empty text', { a: '' }, { a: 'A' }, `${folder}/fr.json a is empty`],
    [
      'another variable',
      { a: '{{nom}}' },
      { a: '{{name}}' },
      `${folder} a: French has {{nom}}, English {{name}}`,
    ],
    ['a tag', { a: '<b>x</b>' }, { a: 'x' }, `${folder} a: French has <b>, English no variable`],
    ['an ordinary space', { a: 'Oui ?' }, { a: 'Yes?' }, `${folder}/fr.json a: should be "Oui[202F]?"`],
  ])('or else: %s', (_, fr, en, message) => {
    expect(said(fr, en)).toEqual([expect.stringContaining(message)])
  })

  test('where plurals differ as the languages do', () => {
    const fr = { n_one: '{{count}} site', n_many: '{{count}} de sites', n_other: '{{count}} sites' }
    expect(said(fr, { n_one: 'One site', n_other: '{{count}} sites' })).toEqual([])
  })

  test('where a whole file is missing', () => {
    const root = tree({ [`${folder}/fr.json`]: '{"a":"A"}' })
    expect(findLanguageFaults(root)).toEqual([{ where: `${folder}/en.json`, message: 'a is missing' }])
  })

  test('and --fix writes the spaces', async () => {
    const root = house({ a: { b: 'Note : vraiment ?' } }, { a: { b: 'Note: really?' } })
    await languagesCheck.run({ root, fix: true, sources: () => [] })
    expect(findLanguageFaults(root)).toEqual([])
    expect(readFileSync(join(root, folder, 'fr.json'), 'utf8')).toContain('Note\u00a0: vraiment\u202f?')
  })
})

describe('French spaces', () => {
  test.each([
    ['Supprimer ?', 'Supprimer\u202f?'],
    ['Supprimer?', 'Supprimer\u202f?'],
    ['Quoi ?!', 'Quoi\u202f?!'],
    ['Fait ; rien de plus !', 'Fait\u202f; rien de plus\u202f!'],
    ['{{name}} : {{value}}', '{{name}}\u00a0: {{value}}'],
    ['Le droit « lire »', 'Le droit «\u00a0lire\u00a0»'],
    ['plus de 80 %', 'plus de 80\u202f%'],
  ])('%s', (text, right) => {
    expect(withFrenchSpaces(text)).toBe(right)
    expect(withFrenchSpaces(right)).toBe(right)
  })

  test.each([
    'https://vigie.test/?q=a',
    'à 12:30',
    '?',
    'Touche (?)',
    'a&nbsp;b',
    'fe80::1',
    '«\u202flire\u202f»',
  ])('%s stays', (text) => expect(withFrenchSpaces(text)).toBe(text))
})

describe('a key that the code names exists', () => {
  const texts = { site: { name: 'x' }, kind: { room: 'x' }, n_one: 'x', n_other: 'x' }
  const unknown = (text: string) =>
    findUnknownKeys(
      house(texts, texts, {
        'src/domains/estate/web/page.tsx': text,
        'src/web/locales/en.json': '{"save":"x"}',
      }),
    ).map(({ message }) => message)
  const begin = `const { t } = useTranslation('estate');`

  test.each([
    [`${begin} t('site.nom')`, 'no text site.nom in estate'],
    [`${begin} t('estate:site.nom')`, 'no text estate:site.nom'],
    [`${begin} t(open ? 'site.name' : 'site.nom')`, 'no text site.nom in estate'],
    [`${begin} t(\`sort.\${kind}\`)`, 'no text sort.… in estate'],
    [`throw new Problem('in-use', { reason: 'estate:problem.lost' })`, 'no text estate:problem.lost'],
    [`const { t } = useTranslation(); t('lost')`, 'no text lost in web'],
    [`<Trans i18nKey="estate:lost" />`, 'no text estate:lost'],
  ])('%s is caught', (text, message) => expect(unknown(text)).toEqual([message]))

  test.each([
    `${begin} t('site.name'); t('n', { count: 2 }); t(\`kind.\${kind}\`); t('estate:site.name')`,
    `const label = 'estate:site.name'; const address = 'https://a.test'; const time = 'at:noon'`,
  ])('%s is left alone', (text) => expect(unknown(text)).toEqual([]))
})
