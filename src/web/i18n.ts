import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { chosenLanguage, firstLanguage, type Language } from './language.ts'

const texts: Record<Language, () => Promise<{ default: Record<string, object> }>> = {
  fr: () => import('./locales/fr.ts'),
  en: () => import('./locales/en.ts'),
}

/** Downloads the texts of one language and begins. */
export async function startI18n(): Promise<void> {
  const language = firstLanguage()
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: await resources(language) },
    defaultNS: 'web',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  document.documentElement.lang = language
}

/** Changes the language everywhere, and remembers it on this machine. */
export async function speak(language: Language): Promise<void> {
  chosenLanguage.set(language)
  if (!i18next.hasResourceBundle(language, 'web'))
    for (const [namespace, bundle] of Object.entries(await resources(language)))
      i18next.addResourceBundle(language, namespace, bundle)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** `./fr.json` is the shell's own namespace, `web`; a domain's is the domain's name. */
async function resources(language: Language): Promise<Record<string, object>> {
  const files = (await texts[language]()).default
  return Object.fromEntries(
    Object.entries(files).map(([path, bundle]) => [/([\w-]+)\/locales\//.exec(path)?.[1] ?? 'web', bundle]),
  )
}
