import type { Language } from '../language.ts'

/** The chapters of the guide in their order: their name in the address, and the file that each language has of them. */
export const chapters = [
  { key: 'first-hour', fr: 'premiere-heure', en: 'first-hour' },
  { key: 'estate', fr: 'parc', en: 'estate' },
  { key: 'watching', fr: 'veiller', en: 'watching' },
  { key: 'people', fr: 'personnes', en: 'people' },
  { key: 'running', fr: 'exploiter', en: 'running' },
] as const

export type ChapterKey = (typeof chapters)[number]['key']

const files = import.meta.glob<string>('../../../docs/guide/*/*.md', { query: '?raw', import: 'default' })

/** A chapter as it is written; fetched when it is asked for. Null where there is no such chapter. */
export async function readChapter(language: Language, key: string): Promise<string | null> {
  const chapter = chapters.find((one) => one.key === key)
  const file = chapter && files[`../../../docs/guide/${language}/${chapter[language]}.md`]
  return file ? file() : null
}
