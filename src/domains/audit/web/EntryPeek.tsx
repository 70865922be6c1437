import { useTranslation } from 'react-i18next'
import type { Item } from '#web/api.ts'
import { Mono } from '#web/components/Mono.tsx'
import { Facts, Section } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { useOperationWords } from './operation-words.ts'
import { useSubjectWords } from './subject-words.ts'

/** One entry: its circumstances, then field by field what it changed. */
export function EntryPeek({ entry }: { entry: Item<'GET /journal'> }) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const words = useOperationWords()
  const subjectOf = useSubjectWords()
  const changes = Object.entries(entry.changes as Record<string, [unknown, unknown]>).filter(
    ([field, [before, after]]) => field !== 'id' && !(isNothing(before) && isNothing(after)),
  )
  // What was refused, and why, is said with the operation.
  const detail = Object.entries(entry.detail).filter(([field]) => field !== 'outcome' && field !== 'reason')
  return (
    <>
      <Facts
        facts={[
          { label: t('column.operation'), value: words.operation(entry) },
          { label: t('column.subject'), value: subjectOf(entry) },
          {
            label: t('column.actor'),
            value:
              entry.actor.kind === 'system'
                ? words.machine(entry.actor.name)
                : entry.actor.name || t(`actorKind.${entry.actor.kind}`),
          },
          { label: t('entry.by'), value: entry.actor.by ? t(`by.${entry.actor.by}`) : undefined },
          { label: t('column.address'), value: entry.address ? <Mono>{entry.address}</Mono> : undefined },
          { label: t('column.at'), value: format.exact(entry.at) },
        ]}
      />
      {changes.length > 0 && (
        <Section title={t('column.changes')}>
          <Facts
            facts={changes.map(([field, [before, after]]) => ({
              label: words.field(field),
              value: `${shown(before)} → ${shown(after)}`,
            }))}
          />
        </Section>
      )}
      {detail.length > 0 && (
        <Section title={t('column.detail')}>
          <Facts
            facts={detail.map(([field, value]) => ({ label: words.field(field), value: shown(value) }))}
          />
        </Section>
      )}
    </>
  )
}

/** What was empty and stays so says nothing. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

/** Of a thing of many fields what can be read: ids say nothing to people. */
function shown(value: unknown): string {
  if (isNothing(value)) return '∅'
  if (Array.isArray(value)) return value.map(shown).join(', ')
  if (typeof value !== 'object') return String(value)
  const told = Object.values(value as object).filter((each) => !isNothing(each) && !isId(each))
  return told.map(shown).join(' · ') || '∅'
}

const isId = (value: unknown): boolean =>
  typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-/.test(value)
