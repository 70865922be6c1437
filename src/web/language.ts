import { stored } from './stored.ts'

export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]

const isLanguage = (value: unknown): value is Language => languages.includes(value as Language)

/** The language that the person chose on this machine; null follows the browser. */
export const chosenLanguage = stored<Language | null>(
  'language',
  null,
  (value): value is Language | null => value === null || isLanguage(value),
)

/** The language to begin with: chosen, else the first of the browser's that we have, else French. */
export function firstLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase())
  return chosenLanguage.get() ?? wanted.find(isLanguage) ?? 'fr'
}
