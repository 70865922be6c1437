import { useTranslation } from 'react-i18next'
import type { Item, Output } from '#web/api.ts'

export type Person = Output<'GET /people/:id'>
export type Grant = Person['grants'][number]
export type Role = Item<'GET /roles'>
export type Organisation = Item<'GET /organisations'>

/** Parts of the house, as people call them; a part that is not known here goes by its own name. */
export function useDomainName(): (domain: string) => string {
  const { t, i18n } = useTranslation('identity')
  return (domain) => (i18n.exists(`identity:domain.${domain}`) ? t(`domain.${domain}`) : domain)
}

/** The name of a right in the language that is spoken. */
export function useRightName(): (line: { name: { fr: string; en: string } }) => string {
  const { i18n } = useTranslation('identity')
  return ({ name }) => (i18n.language === 'en' ? name.en : name.fr)
}
