import { readFile } from 'node:fs/promises'
import { createInstance, type i18n } from 'i18next'
import type { Language } from './access.ts'

/** The sentences of the server: problems, mails, names of rights. `t(language, 'estate:problem.siteHasChildren')`. */
export interface Sentences {
  t(language: Language, key: string, params?: Record<string, unknown>): string
  has(key: string): boolean
}

/** Reads `fr.json` and `en.json` of each namespace. */
export async function loadSentences(folders: { namespace: string; folder: URL }[]): Promise<Sentences> {
  const instances = {} as Record<Language, i18n>
  for (const language of ['fr', 'en'] as const) {
    const resources: Record<string, unknown> = {}
    for (const { namespace, folder } of folders)
      resources[namespace] = JSON.parse(await readFile(new URL(`${language}.json`, folder), 'utf8'))
    const instance = createInstance()
    await instance.init({
      lng: language,
      fallbackLng: false,
      ns: Object.keys(resources),
      resources: { [language]: resources } as never,
      interpolation: { escapeValue: false },
    })
    instances[language] = instance
  }
  return {
    t: (language, key, params) => instances[language].t(key, params ?? {}),
    has: (key) => instances.en.exists(key),
  }
}

/** The first of French and English that the caller asks for (RFC 9110, 12.5.4), else French: Vigie's users are. */
export function languageOf(acceptLanguage: string | undefined): Language {
  return askedLanguage(acceptLanguage) ?? 'fr'
}

/** The one of French and English that the caller asks for by name; undefined where he asks for neither. */
export function askedLanguage(acceptLanguage: string | undefined): Language | undefined {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';')
      const quality = Number(options.find((option) => option.trim().startsWith('q='))?.split('=')[1] ?? 1)
      return { language: tag.slice(0, 2).toLowerCase(), quality }
    })
    .filter(({ language }) => language === 'fr' || language === 'en')
    .toSorted((one, other) => other.quality - one.quality)
  return wanted[0]?.language as Language | undefined
}
