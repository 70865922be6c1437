import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { sections, type Navigation, type Page, type Section } from '../page.ts'
import { useCan, useMe } from '../session.ts'
import { useShell } from '../shell.ts'

export interface NavigationEntry {
  page: Page
  navigation: Navigation
  label: string
}

export interface NavigationSection {
  section: Section
  entries: readonly NavigationEntry[]
}

/** The pages that this person may go to, by section and in order. */
export function useNavigation(): readonly NavigationSection[] {
  const { pages } = useShell()
  const { t, i18n } = useTranslation()
  const me = useMe()
  const can = useCan()
  return useMemo(() => {
    const allowed = pages.flatMap((page) =>
      page.navigation && can(page.right, page.over)
        ? [{ page, navigation: page.navigation, label: t(page.navigation.labelKey) }]
        : [],
    )
    return sections
      .map((section) => ({
        section,
        entries: allowed
          .filter((entry) => entry.navigation.section === section)
          .toSorted((one, other) => one.navigation.order - other.navigation.order),
      }))
      .filter(({ entries }) => entries.length > 0)
    // oxlint-disable-next-line react/exhaustive-deps -- the language stands for t, the person for can
  }, [pages, me, i18n.language])
}
