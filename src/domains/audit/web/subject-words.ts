import { useMemo } from 'react'
import type { Item } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useOperationWords } from './operation-words.ts'

type Entry = Pick<Item<'GET /journal'>, 'subject' | 'detail'>

/** What an entry is about: the thing with what it hangs off; of many things at once, which or how many. */
export function useSubjectWords(): (entry: Entry) => string {
  const format = useFormat()
  const words = useOperationWords()
  return useMemo(
    () =>
      ({ subject, detail }) => {
        if (subject.name) return [subject.of, subject.name].filter(Boolean).join(' · ')
        const parts = Object.entries(detail).flatMap(([field, value]) => {
          if (typeof value === 'number')
            return value > 0 ? [`${format.number(value)} ${words.field(field)}`] : []
          return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : []
        })
        return parts.join(', ')
      },
    [format, words],
  )
}
