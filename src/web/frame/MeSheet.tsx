import { Drawer } from '@mantine/core'
import { IconBook2, IconLogout, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from '../components/Link.tsx'
import { chapters } from '../guide/chapters.ts'
import { useMe } from '../session.ts'
import styles from './MeSheet.module.css'
import { PreferenceRows } from './PreferenceRows.tsx'
import { useNavigation } from './use-navigation.ts'
import { useSignOut } from './use-sign-out.ts'

/** On a phone: every page, and what is one's own. */
export function MeSheet({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const { t } = useTranslation('web')
  const me = useMe()
  const signOut = useSignOut()
  const sections = useNavigation()
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="bottom"
      size="85%"
      title={me?.name}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {sections.map(({ section, entries }) => (
        <ul key={section} aria-label={t(`section.${section}`)} className={styles.section}>
          {entries.map(({ page, navigation: { icon: Picture }, label }) => (
            <li key={page.path}>
              <Link href={page.path} className={styles.entry} onClick={close}>
                <Picture size={19} stroke={1.7} aria-hidden="true" />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      ))}
      <PreferenceRows />
      <Link href="/me" className={styles.entry} onClick={close}>
        <IconUser size={19} stroke={1.7} aria-hidden="true" />
        {t('me.account')}
      </Link>
      <Link href={`/guide/${chapters[0].key}`} className={styles.entry} onClick={close}>
        <IconBook2 size={19} stroke={1.7} aria-hidden="true" />
        {t('me.guide')}
      </Link>
      <button type="button" className={styles.entry} onClick={signOut}>
        <IconLogout size={19} stroke={1.7} aria-hidden="true" />
        {t('me.signOut')}
      </button>
    </Drawer>
  )
}
