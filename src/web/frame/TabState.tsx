import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Badge } from '../page.ts'
import { useShell } from '../shell.ts'
import { palettes, states, type StateName } from '../theme/tokens.ts'
import { useCurrentTitle } from '../title.ts'

/** The browser's tab says what is worst: `(3) Alertes · Vigie`, with the state's shape in its icon. */
export function TabState() {
  const { t } = useTranslation('web')
  const title = useCurrentTitle()
  const badges = useBadges()
  const worst = states.find((state) => badges.some((badge) => badge.state === state && badge.count > 0))
  const count = badges.filter((badge) => badge.state === worst).reduce((sum, badge) => sum + badge.count, 0)
  const counted = worst === 'critical' || worst === 'warning' ? worst : undefined
  useEffect(() => {
    document.title = `${counted ? `(${count}) ` : ''}${title ? `${title} · ` : ''}Vigie`
  }, [counted, count, title])
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    if (link) link.href = counted ? iconOf(counted) : '/icon.svg'
  }, [counted])
  return (
    <span className="unseen" role="status">
      {counted && t('frame.worst', { state: t(`state.${counted}`), count })}
    </span>
  )
}

/** All pages' badges. The list of pages never changes while the product runs, so the hooks are always the same. */
function useBadges(): Badge[] {
  const { pages } = useShell()
  return pages.map((page) => (page.navigation?.useBadge ?? useNone)()).filter((badge) => badge !== undefined)
}

const useNone = (): Badge | undefined => undefined

function iconOf(state: StateName): string {
  const { fill } = palettes.light.states[state]
  const shape =
    state === 'critical'
      ? '<rect x="17" y="17" width="14" height="14" rx="2.5"/>'
      : '<path d="M24 16l8 15H16z" stroke-linejoin="round"/>'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#2743b8"/><path d="M6 8h17M8.500 8l6 12 6-12" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><g fill="${fill}" stroke="#fff" stroke-width="2">${shape}</g></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
