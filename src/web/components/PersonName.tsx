import { initialsOf } from './State.tsx'
import { Link } from './Link.tsx'
import styles from './PersonName.module.css'

/** A person: initials and name; leads to the person's page where `href` is given. */
export function PersonName({ name, href }: { name: string; href?: string | undefined }) {
  return (
    <span className={styles.person} title={name}>
      <span className={styles.initials} aria-hidden="true">
        {initialsOf(name)}
      </span>
      {href ? <Link href={href}>{name}</Link> : <span>{name}</span>}
    </span>
  )
}
