import styles from './PathName.module.css'

/** A site's name, with the way to it before, quieter: the eye finds the name, the sort shows the tree. */
export function PathName({ path, name }: { path: string; name: string }) {
  const above = path.slice(0, Math.max(0, path.length - name.length))
  return (
    <span className={styles.path} title={path} data-way>
      {above && <span className={styles.above}>{above}</span>}
      <span className={styles.name}>{name}</span>
    </span>
  )
}
