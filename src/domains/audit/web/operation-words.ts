import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const subjectTypes = [
  'organisation',
  'site',
  'asset',
  'service',
  'address',
  'interface',
  'link',
  'circuit',
  'credential',
  'discovery',
  'proposal',
  'alert',
  'check',
  'person',
  'role',
  'session',
  'token',
  'mail-server',
] as const

/**
 * What operations, their authors and fields are called. Each domain says what its operations have done (`done.sites.create`
 * in its texts).
 */
export function useOperationWords() {
  const { t, i18n } = useTranslation('audit')
  return useMemo(() => {
    const namespaces = Object.keys(i18n.getDataByLanguage(i18n.language) ?? {})
    const says = (key: string) => (i18n.exists(key) ? i18n.t(key) : undefined)
    return {
      operation(name: string): string {
        const owner = namespaces.find((namespace) => i18n.exists(`${namespace}:done.${name}`))
        return owner ? i18n.t(`${owner}:done.${name}`) : name
      },
      /** Who did it where no person did. */
      machine: (name: string) => says(`audit:machine.${name}`) ?? t('actorKind.system'),
      field: (name: string) => says(`audit:field.${name}`) ?? name.replaceAll('_', ' '),
      subjectTypes: subjectTypes.map((value) => ({ value, label: t(`subjectType.${value}`) })),
    }
  }, [t, i18n])
}
