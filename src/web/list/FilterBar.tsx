import { IconSearch, IconX } from '@tabler/icons-react'
import { useEffect, useState, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiList } from '../api.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import { FilterWords } from './FilterWords.tsx'
import styles from './FilterBar.module.css'
import type { Column, Filter, Row } from './types.ts'
import type { ListSearch } from './use-list-search.ts'

interface Props<R extends Row> {
  filters: readonly Filter[]
  search: ListSearch
  hasSearch: boolean
  inputRef: RefObject<HTMLInputElement | null>
  columns: readonly Column<R>[]
  list: ApiList<R>
  name: string
  download: ExportDownload
}

type ExportDownload = React.ComponentProps<typeof ExportMenu>['download']

/** What narrows the list, as words in one bar: what is typed, then each filter; at the right, columns and export. */
export function FilterBar<R extends Row>({
  filters,
  search,
  hasSearch,
  inputRef,
  columns,
  list,
  name,
  download,
}: Props<R>) {
  const set = filters.filter((filter) => search.filters[filter.key])
  return (
    <div className={styles.bar} role="search">
      <div className={styles.words}>
        {hasSearch && <SearchBox search={search} inputRef={inputRef} />}
        {set.map((filter) => (
          <FilterWords key={filter.key} filter={filter} search={search} />
        ))}
        {filters.length > 0 && <FilterMenu filters={filters} search={search} />}
      </div>
      <div className={styles.tools}>
        <ColumnsMenu columns={columns} search={search} />
        <ExportMenu columns={columns} list={list} name={name} download={download} />
      </div>
    </div>
  )
}

function SearchBox({
  search,
  inputRef,
}: {
  search: ListSearch
  inputRef: RefObject<HTMLInputElement | null>
}) {
  const { t } = useTranslation('web')
  const [typed, setTyped] = useState(search.q)
  const [sent, setSent] = useState(search.q)
  // Back, forward and views change the address without the keyboard.
  if (search.q !== sent) {
    setSent(search.q)
    setTyped(search.q)
  }
  const { set } = search
  useEffect(() => {
    if (typed === sent) return
    const timer = setTimeout(() => {
      setSent(typed)
      set({ q: typed || undefined })
    }, 120)
    return () => clearTimeout(timer)
  }, [typed, sent, set])
  return (
    <label className={styles.search}>
      <IconSearch size={15} aria-hidden="true" />
      <span className="unseen">{t('list.search')}</span>
      <input
        ref={inputRef}
        value={typed}
        placeholder={t('list.search')}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      {typed === '' ? (
        <kbd aria-hidden="true">/</kbd>
      ) : (
        <button type="button" aria-label={t('list.clearSearch')} onClick={() => setTyped('')}>
          <IconX size={14} />
        </button>
      )}
    </label>
  )
}
