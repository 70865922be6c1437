import { Popover } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import { FilterChoices } from './FilterChoices.tsx'
import styles from './FilterWords.module.css'
import type { Filter, FilterOption } from './types.ts'
import type { ListSearch } from './use-list-search.ts'

/** One filter that is set, as words: "State is critical or warning". Pressed, it offers its values. */
export function FilterWords({ filter, search }: { filter: Filter; search: ListSearch }) {
  const { t } = useTranslation('web')
  const [isOpen, setIsOpen] = useState(false)
  const values = search.filters[filter.key] ?? []
  const words = useWords(filter, values)
  return (
    <span className={styles.words}>
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus>
        <Popover.Target>
          <button type="button" className={styles.open} onClick={() => setIsOpen(!isOpen)}>
            <span className={styles.label}>{t('list.filterIs', { name: filter.label })}</span> {words}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <FilterChoices filter={filter} search={search} close={() => setIsOpen(false)} />
        </Popover.Dropdown>
      </Popover>
      <button
        type="button"
        className={styles.remove}
        aria-label={t('list.removeFilter', { name: filter.label })}
        onClick={() => search.set({ [filter.key]: undefined })}
      >
        <IconX size={13} />
      </button>
    </span>
  )
}

function useWords(filter: Filter, values: readonly string[]): string {
  const { t } = useTranslation('web')
  const format = useFormat()
  const { name } = filter
  const named = useQuery({
    queryKey: ['filter', filter.key, values],
    queryFn: () => (name ? name(values) : ([] as readonly FilterOption[])),
    enabled: name !== undefined && values.length > 0,
  })
  const options = filter.options ?? named.data ?? []
  const words = values.map(
    (value) => options.find((option) => option.value === value)?.label ?? (name ? '…' : value),
  )
  if (words.length > 3) return t('list.values', { count: words.length })
  return format.choice(words)
}
