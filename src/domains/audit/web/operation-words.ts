import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '#web/api.ts'
import { useDomainWords, useRefusalWords } from '#web/domain-words.ts'

type Entry = Item<'GET /journal'>

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
  const refusedOf = useRefusalWords()
  return useMemo(() => {
    const says = (key: string) => (i18n.exists(key) ? i18n.t(key) : undefined)
    return {
      /** Of one of many things done together in the singular, where it has one: `done.sites.importOne`. */
      operation: ({ operation, subject, refusal }: Pick<Entry, 'operation' | 'subject' | 'refusal'>) =>
        refusal
          ? refusedOf(operation, refusal)
          : (subject.id && doneOf(`${operation}One`)) || (doneOf(operation) ?? operation),
      /** Who did it where no person did. */
      machine: (name: string) => says(`audit:machine.${name}`) ?? t('actorKind.system'),
      field: (name: string) => says(`audit:field.${name}`) ?? name.replaceAll('_', ' '),
      subjectTypes: subjectTypes.map((value) => ({ value, label: t(`subjectType.${value}`) })),
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- these two are made anew at each drawing, of the same texts
  }, [t, i18n])
}
