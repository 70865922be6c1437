import type { Icon } from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useApi } from '../api.ts'
import { go } from '../navigate.ts'
import { useCan } from '../session.ts'
import { useShell } from '../shell.ts'
import { fits } from './fits.ts'
import { iconOfType } from './type-icons.ts'
import { useNavigation } from './use-navigation.ts'
import { useOwnActions } from './use-own-actions.ts'

export interface PaletteItem {
  id: string
  group: 'found' | 'pages' | 'actions'
  label: string
  detail?: string | undefined
  icon: Icon
  /** `g s`, shown at the right. */
  keys?: string | undefined
  run: () => void
}

/** From so many letters on, the estate itself is searched. */
const leastLetters = 2

/** What fits what is typed: rows of the estate, pages, actions. */
export function usePaletteItems(
  typed: string,
  isOpen: boolean,
): { items: readonly PaletteItem[]; isSearching: boolean } {
  const { t } = useTranslation()
  const can = useCan()
  const { actions } = useShell()
  const own = useOwnActions()
  const navigation = useNavigation().flatMap((section) => section.entries)
  const [sought] = useDebouncedValue(typed.trim(), 120)
  const isSearching = isOpen && sought.length >= leastLetters
  const { data, isFetching } = useApi(
    'GET /search',
    { q: sought, limit: 12 },
    { enabled: isSearching, keepPrevious: true },
  )

  const found = (isSearching ? (data?.items ?? []) : []).map(
    ({ type, id, name, detail, href }): PaletteItem => ({
      id: `${type}-${id}`,
      group: 'found',
      label: name,
      detail,
      icon: iconOfType(type),
      run: () => go(href),
    }),
  )
  const pages = navigation
    .filter(({ label, navigation: { wordsKey } }) =>
      fits(wordsKey ? `${label} ${t(wordsKey)}` : label, typed),
    )
    .map(({ page, navigation: { icon, key }, label }): PaletteItem => ({
      id: page.path,
      group: 'pages',
      label,
      icon,
      keys: key ? `g ${key}` : undefined,
      run: () => go(page.path),
    }))
  const doable = [...actions, ...(typed.trim() ? own : [])]
    .filter((action) => can(action.right) && (!action.isAsked || typed.trim() !== ''))
    .map((action) => ({
      action,
      label: t(action.labelKey),
      words: action.wordsKey ? t(action.wordsKey) : '',
    }))
    .filter(({ label, words }) => fits(`${label} ${words}`, typed))
    .map(({ action, label }): PaletteItem => ({
      id: action.labelKey,
      group: 'actions',
      label,
      icon: action.icon,
      run: () => (action.href ? go(action.href) : action.run?.()),
    }))
  return { items: [...found, ...pages, ...doable], isSearching: isSearching && isFetching }
}
