import { Menu } from '@mantine/core'
import { IconBook2, IconKeyboard, IconLogout, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { chapters } from '../guide/chapters.ts'
import { initialsOf } from '../components/State.tsx'
import { go } from '../navigate.ts'
import { useMe } from '../session.ts'
import styles from './MeMenu.module.css'
import { PreferenceRows } from './PreferenceRows.tsx'
import { shortcutsHelp } from './shortcuts-store.ts'
import { useSignOut } from './use-sign-out.ts'

/** Who is signed in, how he wants to see Vigie, and the way out. */
export function MeMenu() {
  const { t } = useTranslation('web')
  const me = useMe()
  const signOut = useSignOut()
  const initials = initialsOf(me?.name ?? '')
  return (
    <Menu closeOnItemClick={false} width={280}>
      <Menu.Target>
        <button
          type="button"
          className={styles.me}
          aria-label={t('me.menu', { name: me?.name ?? '', initials })}
        >
          {initials}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{me?.name}</strong>
          <span>{me?.email}</span>
        </div>
        <Menu.Divider />
        <PreferenceRows />
        <Menu.Divider />
        <Menu.Item closeMenuOnClick leftSection={<IconUser size={16} />} onClick={() => go('/me')}>
          {t('me.account')}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick
          leftSection={<IconBook2 size={16} />}
          onClick={() => go(`/guide/${chapters[0].key}`)}
        >
          {t('me.guide')}
        </Menu.Item>
        <Menu.Item
          closeMenuOnClick
          leftSection={<IconKeyboard size={16} />}
          rightSection={<kbd className={styles.key}>?</kbd>}
          onClick={shortcutsHelp.open}
        >
          {t('me.shortcuts')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t('me.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
