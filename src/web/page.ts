import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { StateName } from './theme/tokens.ts'

export const sections = ['now', 'estate', 'network', 'supervision', 'people', 'settings'] as const
export type Section = (typeof sections)[number]

/** What stands beside a name in the navigation: how many are wrong, and how wrong. */
export interface Badge {
  count: number
  state?: StateName
}

export interface Navigation {
  section: Section
  /** With its namespace: `estate:sites.title`. */
  labelKey: string
  icon: Icon
  /** Other words that people type for it in Ctrl-K, as a text of the locale, separated by spaces. */
  wordsKey?: string
  /** Within its section, from 0. */
  order: number
  /** `g` then this letter goes there. */
  key?: string
  /** A hook: `useBadge: () => { const { data } = useApi(…); return data && { count: data.open, state: 'critical' } }`. */
  useBadge?: () => Badge | undefined
}

/** One page. It is loaded when it is visited, and all its state lies in its address (`useSearch`). */
export interface Page {
  /** `/sites/$id`; the component reads `useParams().id`. */
  path: string
  load: () => Promise<{ default: ComponentType }>
  /** Hidden and refused without it. */
  right?: string
  /** The right must be held over everything: what the page shows belongs to the whole house. */
  over?: 'everything'
  /** Open without signing in, and without the frame. */
  public?: boolean
  /** The page takes the whole place between rail and edge, and scrolls by itself (lists, canvases). */
  fills?: boolean
  navigation?: Navigation
}

export function definePage(page: Page): Page {
  return page
}
