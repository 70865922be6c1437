import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDomainWords } from '#web/domain-words.ts'

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

/** What operations, their authors and fields are called. */
export function useOperationWords() {
  const { t, i18n } = useTranslation('audit')
  const doneOf = useDomainWords('done')
  return useMemo(() => {
    const says = (key: string) => (i18n.exists(key) ? i18n.t(key) : undefined)
    return {
      operation: (name: string) => doneOf(name) ?? name,
      /** Who did it where no person did. */
      machine: (name: string) => says(`audit:machine.${name}`) ?? t('actorKind.system'),
      field: (name: string) => says(`audit:field.${name}`) ?? name.replaceAll('_', ' '),
      subjectTypes: subjectTypes.map((value) => ({ value, label: t(`subjectType.${value}`) })),
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `doneOf` is made anew at each drawing, of the same texts
  }, [t, i18n])
}
