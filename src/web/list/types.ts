import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { StateName } from '../theme/tokens.ts'

export interface Row {
  id: string
}

export interface Column<R extends Row> {
  /** Stable: it stands in the address. */
  key: string
  label: string
  cell: (row: R) => ReactNode
  /** What an export holds; without it the column is left out of exports. */
  text?: (row: R) => string | number | boolean | null | undefined
  /** The name by which the API sorts it; `true` where that is the key. */
  sort?: boolean | string
  /** Pixels at first; people drag it wider. */
  width?: number
  /** Takes its share of the place that is left. The first column does unless another one is said to. */
  grow?: boolean
  align?: 'right'
  /** Not shown until the person chooses it. */
  isHidden?: boolean
  /** Where it stands on a phone: at the right of the name, or in the line below (in order). The first column is the name. */
  phone?: 'aside' | 'below'
}

export interface FilterOption {
  value: string
  label: string
  state?: StateName
}

export interface Filter {
  /** The API's own name for it. */
  key: string
  label: string
  options?: readonly FilterOption[]
  /** Where options are too many to list: those that fit what is typed. */
  find?: (typed: string) => Promise<readonly FilterOption[]>
  /** The words of values that stand in the address, for filters with `find`. */
  name?: (values: readonly string[]) => Promise<readonly FilterOption[]>
  /** The API takes one value, not several. */
  isSingle?: boolean
}

/** A list as somebody wants to find it again: `{ key: 'down', label: t('…'), search: { state: 'critical', sort: '-since' } }`. */
export interface View {
  key: string
  label: string
  search: Readonly<Record<string, string>>
}

export interface BulkAction<R extends Row> {
  key: string
  label: string
  icon: Icon
  /** A letter that does it: `a`. */
  shortcut?: string
  right?: string
  isDanger?: boolean
  /** `clear` unselects; call it once it is done. */
  run: (rows: readonly R[], clear: () => void) => void
}

export interface ListEmpty {
  icon?: Icon
  title: string
  text?: ReactNode
  action?: ReactNode
}
