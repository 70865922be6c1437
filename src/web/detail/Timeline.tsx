import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateShape } from '../components/StateShape.tsx'
import { useFormat, type Instant } from '../format.ts'
import type { StateName } from '../theme/tokens.ts'
import styles from './Timeline.module.css'

export interface TimelineEntry {
  id: string
  at: Instant
  /** The person, or what acted by itself. */
  who?: string | undefined
  what: React.ReactNode
  state?: StateName | undefined
  /** Field by field. */
  changes?: readonly { label: string; before: React.ReactNode; after: React.ReactNode }[] | undefined
}

/** What happened to one thing, newest first, day by day. */
export function Timeline({ entries, more }: { entries: readonly TimelineEntry[]; more?: React.ReactNode }) {
  const format = useFormat()
  const days = Map.groupBy(entries, (entry) => format.date(entry.at))
  return (
    <div className={styles.timeline}>
      {[...days].map(([day, ofDay]) => (
        <section key={day}>
          <p className={styles.day}>{day}</p>
          <ol>
            {ofDay.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {more}
    </div>
  )
}

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation('web')
  const format = useFormat()
  return (
    <li className={styles.entry}>
      <time dateTime={new Date(entry.at).toISOString()} title={format.exact(entry.at)}>
        {format.time(entry.at)}
      </time>
      <span className={styles.mark}>{entry.state ? <StateShape state={entry.state} /> : <i />}</span>
      <div className={styles.body}>
        <p>
          {entry.what}
          {entry.who && <span className={styles.who}> · {entry.who}</span>}
        </p>
        {entry.changes?.map((change) => (
          <p key={change.label} className={styles.change}>
            <span>{change.label}</span>
            <s>{change.before ?? '—'}</s>
            <IconArrowRight size={13} role="img" aria-label={t('detail.became')} />
            <b>{change.after ?? '—'}</b>
          </p>
        ))}
      </div>
    </li>
  )
}
