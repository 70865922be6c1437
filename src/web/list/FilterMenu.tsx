import { Popover } from '@mantine/core'
import { IconChevronRight, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../keyboard/shortcuts.ts'
import { FilterChoices } from './FilterChoices.tsx'
import styles from './FilterMenu.module.css'
import type { Filter } from './types.ts'
import type { ListSearch } from './use-list-search.ts'

/** Adds a filter: first which, then its values. */
export function FilterMenu({ filters, search }: { filters: readonly Filter[]; search: ListSearch }) {
  const { t } = useTranslation('web')
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState<Filter>()
  useShortcuts([{ keys: 'f', label: t('list.keys.addFilter'), run: () => setIsOpen(true) }])
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      onExitTransitionEnd={() => setChosen(undefined)}
      position="bottom-start"
      trapFocus
    >
      <Popover.Target>
        <button type="button" className={styles.add} onClick={() => setIsOpen(!isOpen)}>
          <IconPlus size={14} aria-hidden="true" />
          {t('list.filter')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {chosen ? (
          <FilterChoices filter={chosen} search={search} close={() => setIsOpen(false)} />
        ) : (
          <div className={styles.names}>
            {filters.map((filter, at) => (
              <button
                key={filter.key}
                type="button"
                data-autofocus={at === 0 || undefined}
                onClick={() => setChosen(filter)}
              >
                {filter.label}
                <IconChevronRight size={14} aria-hidden="true" />
              </button>
            ))}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
