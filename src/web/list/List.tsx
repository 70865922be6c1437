import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download, useApiList } from '../api.ts'
import { ErrorState } from '../components/ErrorState.tsx'
import type { Input, Item, ListRoute, Route } from '../operations-type.ts'
import { BulkBar } from './BulkBar.tsx'
import { FilterBar } from './FilterBar.tsx'
import styles from './List.module.css'
import { ListEmptyState } from './ListEmptyState.tsx'
import { ListTable } from './ListTable.tsx'
import { LoadingTable } from './LoadingTable.tsx'
import { Peek } from './Peek.tsx'
import { fitting } from './tracks.ts'
import { useBranches, useFolds, useTreeKeys, type Tree } from './tree.ts'
import type { BulkAction, Column, Filter, ListEmpty, Row, View } from './types.ts'
import { useColumns } from './use-columns.ts'
import { useListKeys } from './use-list-keys.ts'
import { useListSearch } from './use-list-search.ts'
import { useRowActs } from './use-row-acts.ts'
import { useSelection } from './use-selection.ts'
import { ViewTabs } from './ViewTabs.tsx'

export type RowOf<R extends ListRoute> = Extract<Item<R>, Row>

/** `GET /sites/export`: takes the list's filters, and a format. */
type ExportRoute = Extract<Route, `GET /${string}/export`>

export interface ListProps<R extends ListRoute> {
  route: R
  /** What is fixed: `{ siteId }` in a tab of a site. */
  input?: Partial<Input<R>>
  /** Declare them outside the component, or in a memo. */
  columns: readonly Column<RowOf<R>>[]
  /** How it is sorted until the person chooses: `name`, `-since`. */
  sort: string
  filters?: readonly Filter[]
  /** Tabs before the person's own views; all rows come first by themselves. */
  views?: readonly View[]
  /** Where a row leads. */
  href?: (row: RowOf<R>) => string | undefined
  /** What the panel at the right shows of a row; without it a click goes where `href` says. */
  peek?: (row: RowOf<R>) => React.ReactNode
  bulk?: readonly BulkAction<RowOf<R>>[]
  /** Opens the form for a row; `e` does it. Absent for who may not. */
  edit?: ((row: RowOf<R>) => void) | undefined
  empty: ListEmpty
  /** The server's own export of this list. */
  exports?: ExportRoute
  /** Declare it outside the component. On a phone the rows stay one list, each with the way to it. */
  tree?: Tree<RowOf<R>>
  /** The API's list takes no `q`. */
  hasNoSearch?: boolean
}

interface OwnProps {
  /** For exports and for screen readers. */
  name: string
  head?: (total: number | undefined) => React.ReactNode
}

/** The list itself, without a page around it: for tabs of a detail page. Its state lies in the address all the same. */
export function List<R extends ListRoute>({
  route,
  input,
  columns,
  sort,
  filters = [],
  views = [],
  href,
  peek,
  bulk = [],
  edit,
  empty,
  exports,
  tree,
  hasNoSearch = false,
  name,
  head,
}: ListProps<R> & OwnProps) {
  const { t } = useTranslation('web')
  const search = useListSearch(filters, sort)
  const asked = { ...input, ...search.filters, ...(search.q ? { q: search.q } : {}), sort: search.sort }
  const isFiltered = search.q !== '' || Object.keys(search.filters).length > 0
  const isPhone = useMediaQuery('(max-width: 700px)', false, { getInitialValueInEffect: false })
  const isTree = tree !== undefined && !isFiltered && !isPhone && search.sort === tree.sort
  const folds = useFolds(search, isTree)
  const branches = useBranches(isTree ? tree : undefined, folds)
  const { folded } = folds
  const list = useApiList(route, { ...asked, ...(folded.length > 0 ? { folded } : {}) } as never)
  // What is folded counts all the same.
  const whole = useApiList(route, asked as never, { enabled: folded.length > 0 })
  const rows = list.rows as readonly (RowOf<R> | undefined)[]
  const chosen = useColumns(columns, search.columns)
  const { ref: main, width } = useElementSize<HTMLDivElement>()
  const selection = useSelection<RowOf<R>>()
  const [active, setActive] = useState(0)
  const lastRow = Math.max(rows.length - 1, 0)
  const filterInput = useRef<HTMLInputElement>(null)
  const peeked = peek && search.peek ? rows.find((row) => row?.id === search.peek) : undefined
  // Unknown until it has been measured.
  const shown = peeked && !isPhone && width > 0 ? fitting(chosen, width, bulk.length > 0) : chosen
  const keys = useListKeys({
    rows,
    active: Math.min(active, lastRow),
    setActive,
    selection,
    search,
    href,
    hasPeek: peek !== undefined,
    filterInput,
  })
  const isChoosing = selection.rows.size > 0
  const place = useRowActs({ rows, search, actions: bulk, edit, isChoosing })
  useTreeKeys(branches, rows, Math.min(active, lastRow), keys.move)

  return (
    <div ref={place} className={styles.list} data-peeking={peeked !== undefined || undefined}>
      <div ref={main} className={styles.main}>
        <div className={styles.top}>
          {head?.(list.error ? undefined : (whole.total ?? list.total))}
          <ViewTabs views={views} search={search} filters={filters} listKey={route} />
          <FilterBar
            filters={filters}
            search={search}
            hasSearch={!hasNoSearch}
            inputRef={filterInput}
            columns={columns}
            list={list as never}
            name={name}
            download={exports && ((options) => download(exports, { ...asked, ...options } as never))}
          />
        </div>
        {list.error ? (
          <ErrorState error={list.error} retry={list.retry} />
        ) : list.total === 0 ? (
          <ListEmptyState empty={empty} isFiltered={isFiltered} search={search} filters={filters} />
        ) : list.isLoading ? (
          <LoadingTable
            label={t('list.table', { name })}
            shown={shown}
            search={search}
            hasBoxes={bulk.length > 0}
            isPhone={isPhone}
          />
        ) : (
          <ListTable
            label={t('list.table', { name })}
            rows={rows}
            list={list}
            shown={shown}
            search={search}
            selection={bulk.length > 0 ? selection : undefined}
            active={active}
            keys={keys}
            href={href}
            isPhone={isPhone}
            branches={branches}
          />
        )}
        {isChoosing && (
          <BulkBar
            selection={selection}
            actions={bulk}
            total={list.total ?? 0}
            readAll={list.readAll as never}
          />
        )}
      </div>
      {peeked && peek && (
        <Peek href={href?.(peeked)} close={keys.closePeek} move={keys.move}>
          {peek(peeked)}
        </Peek>
      )}
    </div>
  )
}
