import en from '../locales/en.json' with { type: 'json' }
import fr from '../locales/fr.json' with { type: 'json' }
import { fold } from '#kernel/fold'

type Group = keyof typeof fr

/** The code of a word in French or English (`Commutateur`, `switch`), or the code itself. */
export function codesByWord(group: Group, codes: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const code of codes) {
    found.set(fold(code), code)
    for (const words of [fr, en])
      found.set(fold((words[group] as unknown as Record<string, string>)[code] ?? code), code)
  }
  return found
}

/** The field that a heading means, by its name, its label in French or English, or what else people call it. */
export function fieldsByHeading(labels: Group, fields: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const words of [fr, en])
    for (const field of fields) {
      const others = (words.importHeading as Record<string, string>)[field] ?? ''
      const label = (words[labels] as unknown as Record<string, string>)[field] ?? field
      for (const heading of [field, label, ...others.split(',')])
        if (heading.trim() !== '' && !found.has(plain(heading))) found.set(plain(heading), field)
    }
  return found
}

/** `N° de série *` and `n° de serie` are one heading. */
export function plain(heading: string): string {
  return fold(heading)
    .replaceAll(/[^a-z0-9/°' ]+/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
}
