import { IconChevronRight } from '@tabler/icons-react'
import { useSay } from '../say.ts'
import styles from './Branch.module.css'

/** How deep a row lies, and what folds it; the arrow keys of its row do the same. */
export function Branch({
  level,
  isOpen,
  toggle,
}: {
  level: number
  isOpen: boolean | undefined
  toggle: () => void
}) {
  const t = useSay()
  return (
    <span className={styles.branch} style={{ paddingInlineStart: (level - 1) * 20 }}>
      {isOpen !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          aria-label={t(isOpen ? 'web:list.keys.fold' : 'web:list.keys.unfold')}
          onClick={toggle}
        >
          <IconChevronRight size={15} data-open={isOpen || undefined} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
