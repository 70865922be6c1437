import { useSay } from '../say.ts'
import styles from './Level.module.css'

/** The operational level of a site or service, 1 to 5: five marks, as many filled. Raised ones show by how much. */
export function Level({ level, base }: { level: number; base?: number | null | undefined }) {
  const t = useSay()
  const isRaised = base !== undefined && base !== null && base < level
  const word = isRaised ? t('web:level.raised', { level, base }) : t('web:level.is', { level })
  return (
    <span className={styles.level} title={word}>
      <span className={styles.marks} aria-hidden="true">
        {[1, 2, 3, 4, 5].map((mark) => (
          <i
            key={mark}
            data-filled={mark <= level || undefined}
            data-raised={(isRaised && mark > base && mark <= level) || undefined}
          />
        ))}
      </span>
      <span aria-hidden="true">{level}</span>
      <span className="unseen">{word}</span>
    </span>
  )
}
