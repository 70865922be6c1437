import styles from './Tags.module.css'

/** Tags as words; `href` makes each lead to the list of what has it. */
export function Tags({ tags, most = 99 }: { tags: readonly string[]; most?: number }) {
  const hidden = tags.length - most
  return (
    <span className={styles.tags}>
      {tags.slice(0, most).map((tag) => (
        <span key={tag} className={styles.tag}>
          {tag}
        </span>
      ))}
      {hidden > 0 && (
        <span className={styles.tag} title={tags.slice(most).join(', ')}>
          +{hidden}
        </span>
      )}
    </span>
  )
}
