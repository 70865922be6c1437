import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { showSpaces, withFrenchSpaces } from './french.ts'
import { readLocales, type Locale, type Texts } from './locales.ts'
import type { Check, Finding } from './outcome.ts'

/**
 * Where French and English differ in more than their words: a key that one lacks, other variables or tags, an empty
 * text, and French without its typographic spaces.
 */
export function findLanguageFaults(root: string): Finding[] {
  return readLocales(root).flatMap((locale) => [
    ...missingKeys(locale),
    ...otherVariables(locale),
    ...emptyTexts(locale),
    ...wrongSpaces(locale),
  ])
}

/** French has a form for millions (`_many`) that English lacks; every other key stands in both. */
function missingKeys({ folder, fr, en }: Locale): Finding[] {
  const lacks = (language: string, has: Map<string, string>, other: Map<string, string>) =>
    [...other.keys()]
      .filter((key) => !has.has(key) && !key.endsWith('_many'))
      .map((key) => ({ where: `${folder}/${language}.json`, message: `${key} is missing` }))
  return [...lacks('fr', fr, en), ...lacks('en', en, fr)]
}

function otherVariables({ folder, fr, en }: Locale): Finding[] {
  return [...fr].flatMap(([key, french]) => {
    const english = en.get(key)
    if (english === undefined) return []
    const [inFrench, inEnglish] = [slots(key, french), slots(key, english)]
    if (inFrench === inEnglish) return []
    const message = `${key}: French has ${inFrench || 'no variable'}, English ${inEnglish || 'no variable'}`
    return [{ where: folder, message }]
  })
}

/** The variables and tags of a text, sorted. A singular may leave the count unsaid ("one device"). */
function slots(key: string, text: string): string {
  const variables = [...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map((match) => `{{${match[1]}}}`)
  const tags = [...text.matchAll(/<(\w+)\s*\/?>/g)].map((match) => `<${match[1]}>`)
  const said = new Set([...variables, ...tags])
  if (/_(zero|one)$/.test(key)) said.delete('{{count}}')
  return [...said].sort().join(' ')
}

function emptyTexts({ folder, fr, en }: Locale): Finding[] {
  const empty = (language: string, texts: Map<string, string>) =>
    [...texts]
      .filter(([, text]) => text.trim() === '')
      .map(([key]) => ({ where: `${folder}/${language}.json`, message: `${key} is empty` }))
  return [...empty('fr', fr), ...empty('en', en)]
}

function wrongSpaces({ folder, fr }: Locale): Finding[] {
  return [...fr].flatMap(([key, text]) => {
    const right = withFrenchSpaces(text)
    if (right === text) return []
    return [
      { where: `${folder}/fr.json`, message: `${key}: should be "${showSpaces(right)}" (--fix writes it)` },
    ]
  })
}

/** Gives every French file its typographic spaces. */
function mendSpaces(root: string): void {
  for (const { folder, fr } of readLocales(root)) {
    if ([...fr.values()].every((text) => withFrenchSpaces(text) === text)) continue
    const path = join(root, folder, 'fr.json')
    const mended = withSpaces(JSON.parse(readFileSync(path, 'utf8')) as Texts)
    writeFileSync(path, `${JSON.stringify(mended, null, 2)}\n`)
  }
}

function withSpaces(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? withFrenchSpaces(value) : withSpaces(value),
    ]),
  )
}

export const languagesCheck: Check = {
  name: 'languages',
  proves: 'French and English have the same keys and variables, and French its typographic spaces',
  run({ root, fix }) {
    if (fix) mendSpaces(root)
    return { findings: findLanguageFaults(root) }
  },
}
