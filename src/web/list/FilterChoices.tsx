import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { StateShape } from '../components/StateShape.tsx'
import styles from './FilterChoices.module.css'
import type { Filter, FilterOption } from './types.ts'
import type { ListSearch } from './use-list-search.ts'

/** Above so many, a list of values has a box to type in. */
const manyOptions = 8

/** The values of one filter: press to set or unset, several together mean "or". */
export function FilterChoices({
  filter,
  search,
  close,
}: {
  filter: Filter
  search: ListSearch
  close: () => void
}) {
  const { t } = useTranslation('web')
  const [typed, setTyped] = useState('')
  const [sought] = useDebouncedValue(typed, 150)
  const { find } = filter
  const found = useQuery({
    queryKey: ['filter-options', filter.key, sought],
    queryFn: () => find?.(sought) ?? [],
    enabled: find !== undefined,
    placeholderData: (before) => before,
  })
  const values = search.filters[filter.key] ?? []
  const options = (filter.options ?? found.data ?? []).filter(
    (option) => find || option.label.toLocaleLowerCase().includes(typed.toLocaleLowerCase()),
  )
  const hasBox = find !== undefined || (filter.options?.length ?? 0) > manyOptions
  const toggle = (option: FilterOption) => {
    const isSet = values.includes(option.value)
    const next = filter.isSingle
      ? isSet
        ? []
        : [option.value]
      : isSet
        ? values.filter((value) => value !== option.value)
        : [...values, option.value]
    search.set({ [filter.key]: next.join(',') || undefined })
    if (filter.isSingle) close()
  }
  return (
    <div className={styles.choices} role="group" aria-label={filter.label}>
      {hasBox && (
        <input
          className={styles.search}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          placeholder={t('list.findValue')}
          aria-label={t('list.findValue')}
          autoFocus
          data-autofocus
        />
      )}
      <div className={styles.options} onKeyDown={stepWithArrows}>
        {options.map((option, at) => {
          const isSet = values.includes(option.value)
          return (
            <button
              key={option.value}
              type="button"
              role={filter.isSingle ? 'radio' : 'checkbox'}
              aria-checked={isSet}
              autoFocus={at === 0 && !hasBox}
              onClick={() => toggle(option)}
            >
              <span className={styles.mark}>{isSet && <IconCheck size={14} stroke={2.4} />}</span>
              {option.state && <StateShape state={option.state} />}
              <span className={styles.label}>{option.label}</span>
            </button>
          )
        })}
        {options.length === 0 && (
          <p className={styles.none}>{found.isFetching ? t('loading') : t('list.noValue')}</p>
        )}
      </div>
    </div>
  )
}

/** Arrows go from value to value, as in any menu. */
function stepWithArrows(event: React.KeyboardEvent<HTMLDivElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  buttons[(at + by + buttons.length) % buttons.length]?.focus()
}
