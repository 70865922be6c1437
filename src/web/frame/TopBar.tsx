import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { LiveNotice } from './LiveNotice.tsx'
import { MeMenu } from './MeMenu.tsx'
import { OrganisationMenu } from './OrganisationMenu.tsx'
import { palette } from './palette-store.ts'
import styles from './TopBar.module.css'

/** Where one is; at the right, what is the same on every page. */
export function TopBar() {
  const { t } = useTranslation('web')
  return (
    <header className={styles.bar}>
      <OrganisationMenu />
      <Breadcrumbs />
      <LiveNotice />
      <button type="button" className={styles.search} onClick={palette.open} aria-keyshortcuts="Control+K">
        <IconSearch size={15} aria-hidden="true" />
        <span>{t('palette.search')}</span>
        <kbd aria-hidden="true">{navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <MeMenu />
    </header>
  )
}
