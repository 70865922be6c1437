import { useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Link } from '../components/Link.tsx'
import { Logo } from './Logo.tsx'
import { NavigationBadge } from './NavigationBadge.tsx'
import styles from './Rail.module.css'
import { useNavigation, type NavigationEntry } from './use-navigation.ts'

/** Where one can go: icons with names, and beside them what is wrong as a count. */
export function Rail() {
  const { t } = useTranslation('web')
  const sections = useNavigation()
  return (
    <nav className={styles.rail} aria-label={t('frame.navigation')}>
      <Link href="/" className={styles.logo} aria-label={t('frame.home')}>
        <Logo />
        <span>Vigie</span>
      </Link>
      <div className={styles.sections}>
        {sections.map(({ section, entries }) => (
          <ul key={section} aria-label={t(`section.${section}`)} className={styles.section}>
            {entries.map((entry) => (
              <li key={entry.page.path}>
                <RailLink entry={entry} />
              </li>
            ))}
          </ul>
        ))}
      </div>
    </nav>
  )
}

function RailLink({ entry: { page, navigation, label } }: { entry: NavigationEntry }) {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const isHere = page.path === '/' ? path === '/' : path === page.path || path.startsWith(`${page.path}/`)
  const Picture = navigation.icon
  return (
    <Link href={page.path} className={styles.link} aria-current={isHere ? 'page' : undefined} title={label}>
      <Picture size={18} stroke={1.7} aria-hidden="true" />
      <span className={styles.name}>{label}</span>
      {navigation.useBadge && <NavigationBadge useBadge={navigation.useBadge} />}
    </Link>
  )
}
