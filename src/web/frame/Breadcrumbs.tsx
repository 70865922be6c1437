import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from '../components/Link.tsx'
import { useCurrentTitle } from '../title.ts'
import styles from './Breadcrumbs.module.css'
import { useShownCrumbs } from './crumbs.ts'

/** The way to the page, down the tree of sites. A page at the top has none: its name stands below. */
export function Breadcrumbs() {
  const { t } = useTranslation('web')
  const crumbs = useShownCrumbs()
  const title = useCurrentTitle()
  return (
    <nav className={styles.crumbs} aria-label={t('frame.crumbs')}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={`${href}${label}`}>
            <IconChevronRight size={13} aria-hidden="true" />
            {href ? <Link href={href}>{label}</Link> : <span>{label}</span>}
          </li>
        ))}
        {crumbs.length > 0 && (
          <li aria-current="page">
            <IconChevronRight size={13} aria-hidden="true" />
            <span>{title}</span>
          </li>
        )}
      </ol>
    </nav>
  )
}
