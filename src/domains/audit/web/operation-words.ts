import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

const subjectTypes = [
  'organisation',
  'site',
  'asset',
  'service',
  'address',
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

/** What operations and their subjects are called; an operation without a word of its own keeps its stable name. */
export function useOperationWords() {
  const { t, i18n } = useTranslation('audit')
  return useMemo(() => {
    const says = (key: string) => (i18n.exists(`audit:${key}`) ? i18n.t(`audit:${key}`) : undefined)
    return {
      operation(name: string): string {
        const [noun = '', verb = ''] = name.split('.')
        const [nounWord, verbWord] = [says(`noun.${noun}`), says(`verb.${verb}`)]
        return nounWord && verbWord ? `${nounWord} · ${verbWord}` : name
      },
      field: (name: string) => says(`field.${name}`) ?? name.replaceAll('_', ' '),
      subjectTypes: subjectTypes.map((value) => ({ value, label: t(`subjectType.${value}`) })),
    }
  }, [t, i18n])
}
