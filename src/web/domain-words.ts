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
