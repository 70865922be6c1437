import { useTranslation } from 'react-i18next'

/**
 * What an operation has `done` or a `right` allows, in the words of the domain that declares it (`done.sites.create`,
 * `right.site.write` in its texts); undefined where none has said.
 */
export function useDomainWords(kind: 'done' | 'right'): (name: string) => string | undefined {
  const { i18n } = useTranslation()
  return (name) => {
    const namespaces = Object.keys(i18n.getDataByLanguage(i18n.language) ?? {})
    const owner = namespaces.find((namespace) => i18n.exists(`${namespace}:${kind}.${name}`))
    return owner && i18n.t(`${owner}:${kind}.${name}`)
  }
}

/** What was refused, and why: "Sign-in refused: wrong code" (`done.sessions.createRefused` in the texts of its domain). */
export function useRefusalWords(): (operation: string, refusal: string) => string {
  const { t, i18n } = useTranslation('web')
  const doneOf = useDomainWords('done')
  return (operation, refusal) => {
    const why = `web:refused.why.${refusal}`
    return t('refused.said', {
      what: doneOf(`${operation}Refused`) ?? doneOf(operation) ?? operation,
      why: i18n.exists(why) ? i18n.t(why) : t('refused.why.unsaid'),
    })
  }
}
