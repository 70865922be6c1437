import { useRouterState } from '@tanstack/react-router'
import { IconSearch, IconUser } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from '../components/Link.tsx'
import styles from './BottomBar.module.css'
import { MeSheet } from './MeSheet.tsx'
import { NavigationBadge } from './NavigationBadge.tsx'
import { palette } from './palette-store.ts'
import { useNavigation } from './use-navigation.ts'

/** The pages that a phone has at hand; all others are behind "Me". */
const atHand = [
  { path: '/', name: 'now' },
  { path: '/alerts', name: 'alerts' },
  { path: '/map', name: 'map' },
] as const

/** A phone's navigation, where the thumb is. */
export function BottomBar() {
  const { t } = useTranslation('web')
  const [isOpen, setIsOpen] = useState(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  const entries = useNavigation().flatMap((section) => section.entries)
  const shown = atHand.flatMap((wanted) => {
    const entry = entries.find(({ page }) => page.path === wanted.path)
    return entry ? [{ ...entry, short: t(`bar.${wanted.name}`) }] : []
  })
  return (
    <nav className={styles.bar} aria-label={t('frame.navigation')}>
      {shown.map(({ page, navigation: { icon: Picture, useBadge }, short }) => (
        <Link key={page.path} href={page.path} aria-current={path === page.path ? 'page' : undefined}>
          <Picture size={21} stroke={1.7} aria-hidden="true" />
          {short}
          {useBadge && <NavigationBadge useBadge={useBadge} />}
        </Link>
      ))}
      <button type="button" onClick={palette.open}>
        <IconSearch size={21} stroke={1.7} aria-hidden="true" />
        {t('palette.short')}
      </button>
      <button type="button" onClick={() => setIsOpen(true)}>
        <IconUser size={21} stroke={1.7} aria-hidden="true" />
        {t('me.short')}
      </button>
      <MeSheet isOpen={isOpen} close={() => setIsOpen(false)} />
    </nav>
  )
}
