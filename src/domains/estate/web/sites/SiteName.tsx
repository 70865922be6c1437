import styles from './SiteName.module.css'

/** Where something stands: the site's name, then the way to it, quieter, so that all names begin in one place. */
export function SiteName({ path, name }: { path: string; name: string }) {
  const above = path.slice(0, Math.max(0, path.length - name.length)).replace(/ › $/, '')
  return (
    <span className={styles.site} title={path} data-way>
      <span className={styles.name}>{name}</span>
      {above && <span className={styles.above}>{above}</span>}
    </span>
  )
}
