import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActiveShortcuts, useShortcuts } from '../keyboard/shortcuts.ts'
import { shortcutsHelp } from './shortcuts-store.ts'
import styles from './ShortcutsHelp.module.css'

const words: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', ' ': '␣' }

/** Every shortcut that works on this page now. */
export function ShortcutsHelp() {
  const { t } = useTranslation('web')
  const isOpen = shortcutsHelp.useIsOpen()
  const shortcuts = useActiveShortcuts().filter(({ label }) => label !== undefined)
  useShortcuts([{ keys: '?', label: t('keys.help'), run: shortcutsHelp.open }])
  const going = shortcuts.filter(({ keys }) => keys.startsWith('g '))
  const others = shortcuts.filter(({ keys }) => !keys.startsWith('g '))
  return (
    <Modal
      opened={isOpen}
      onClose={shortcutsHelp.close}
      title={t('keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.columns}>
        {[others, going].map((group) => (
          <dl key={group === going ? 'going' : 'others'}>
            {group.map(({ keys, label }) => (
              <div key={`${keys}${label}`} className={styles.line}>
                <dt>{label}</dt>
                <dd>
                  {keys.split(/ (?=.)|\+/).map((key) => (
                    <kbd key={key}>
                      {key === 'mod' ? t('keys.control') : (words[key] ?? key.toUpperCase())}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
    </Modal>
  )
}
