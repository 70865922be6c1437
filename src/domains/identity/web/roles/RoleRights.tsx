import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { Section } from '#web/detail.ts'
import { useRightName, type Role } from '../words.ts'
import styles from './RoleRights.module.css'
import { useRights } from './use-rights.ts'

/** What a role allows, in words; what it does not is shown too, paler. */
export function RoleRights({ role }: { role: Role }) {
  const { t } = useTranslation('identity')
  const nameOf = useRightName()
  const { query, groups } = useRights()
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />
  if (!query.data) return <Skeleton lines={10} />
  const held = new Set(role.rights)
  return (
    <div className={styles.groups}>
      {groups.map(({ domain, name, lines }) => (
        <div key={domain}>
          <Section title={name}>
            <ul className={styles.rights}>
              {lines.map((line) => (
                <li key={line.right} data-held={held.has(line.right)}>
                  <span className={styles.mark}>
                    {held.has(line.right) && <IconCheck size={16} aria-hidden="true" />}
                  </span>
                  <span>
                    {nameOf(line)}
                    {!held.has(line.right) && <span className="unseen"> {t('role.notHeld')}</span>}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      ))}
    </div>
  )
}
