import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { listFiles } from './source.ts'

export type Texts = { [key: string]: Texts | string }

/** The two languages of one folder `locales/`. */
export interface Locale {
  /** The i18next namespace: the name of the folder above `locales` (a domain, `kernel`, `web`). */
  namespace: string
  folder: string
  fr: Map<string, string>
  en: Map<string, string>
}

/** Every `locales` folder under src, its texts by their dotted keys. A language without a file is empty. */
export function readLocales(root: string): Locale[] {
  const folders = new Set(listFiles(root, 'src/**/locales/*.json').map((path) => dirname(path)))
  return [...folders].map((folder) => ({
    namespace: basename(dirname(folder)),
    folder,
    fr: readTexts(join(root, folder, 'fr.json')),
    en: readTexts(join(root, folder, 'en.json')),
  }))
}

function readTexts(path: string): Map<string, string> {
  let content: string
  try {
    content = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
  return new Map(flatten(JSON.parse(content) as Texts))
}

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
}

/** The key that code names: without i18next's plural ending. */
export function withoutPlural(key: string): string {
  return key.replace(/(_ordinal)?_(zero|one|two|few|many|other)$/, '')
}
