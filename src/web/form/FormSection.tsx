import styles from './FormSection.module.css'

/** Fields that belong together: what they are about at the left, the fields at the right. */
export function FormSection({
  title,
  help,
  children,
}: {
  title: string
  help?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <fieldset className={styles.section}>
      <legend className="unseen">{title}</legend>
      <div className={styles.about} aria-hidden="true">
        <p className={styles.title}>{title}</p>
        {help && <p className={styles.help}>{help}</p>}
      </div>
      <div className={styles.fields}>{children}</div>
    </fieldset>
  )
}
