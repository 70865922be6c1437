import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowUpRight, IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from '../components/Link.tsx'
import styles from './Peek.module.css'

interface Props {
  href: string | undefined
  close: () => void
  move: (by: number) => void
  children: React.ReactNode
}

/** A row looked at beside the list; the arrow keys go on to the next. */
export function Peek({ href, close, move, children }: Props) {
  const { t } = useTranslation('web')
  return (
    <aside className={styles.peek} aria-label={t('list.peek')}>
      <div className={styles.bar}>
        <Tooltip label={`${t('list.keys.previous')} · K`}>
          <ActionIcon aria-label={t('list.keys.previous')} onClick={() => move(-1)}>
            <IconChevronUp size={17} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${t('list.keys.next')} · J`}>
          <ActionIcon aria-label={t('list.keys.next')} onClick={() => move(1)}>
            <IconChevronDown size={17} />
          </ActionIcon>
        </Tooltip>
        <span className={styles.gap} />
        {href && (
          <Link href={href} className={styles.open}>
            {t('list.openPage')}
            <IconArrowUpRight size={15} aria-hidden="true" />
          </Link>
        )}
        <ActionIcon aria-label={t('close')} onClick={close}>
          <IconX size={17} />
        </ActionIcon>
      </div>
      <div className={styles.content}>{children}</div>
    </aside>
  )
}
