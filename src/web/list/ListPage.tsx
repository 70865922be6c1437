import { useTranslation } from 'react-i18next'
import { useFormat } from '../format.ts'
import type { ListRoute } from '../operations-type.ts'
import { useTitle } from '../title.ts'
import { List, type ListProps } from './List.tsx'
import styles from './ListPage.module.css'

interface Props<R extends ListRoute> extends ListProps<R> {
  title: string
  /** Buttons at the right of the title; one of them filled at most. */
  actions?: React.ReactNode
}

/** A page that is a list: title with count, views, filters, virtual table, peek, bulk actions, export. */
export function ListPage<R extends ListRoute>({ title, actions, ...list }: Props<R>) {
  useTitle(title)
  return (
    <div className={styles.page}>
      <List {...list} name={title} head={(total) => <Head title={title} total={total} actions={actions} />} />
    </div>
  )
}

function Head({
  title,
  total,
  actions,
}: {
  title: string
  total: number | undefined
  actions: React.ReactNode
}) {
  const { t } = useTranslation('web')
  const format = useFormat()
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>
        {title}
        {total !== undefined && (
          <span className={styles.count} role="status" aria-label={t('list.count', { count: total })}>
            {format.number(total)}
          </span>
        )}
      </h1>
      <div className={styles.actions}>{actions}</div>
    </header>
  )
}
