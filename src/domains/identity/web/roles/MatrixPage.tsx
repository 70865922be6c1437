import { IconCheck } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useApi } from '#web/api.ts'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Link } from '#web/components/Link.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { DetailPage } from '#web/detail.ts'
import { useRightName, type Role } from '../words.ts'
import styles from './MatrixPage.module.css'
import { useRights, type RightGroup, type RightLine } from './use-rights.ts'

/** Every right and every role at once: derived from what the program checks. */
export default function MatrixPage() {
  const { t } = useTranslation('identity')
  const { query, groups } = useRights()
  const roles = useApi('GET /roles', {})
  const error = query.error ?? roles.error
  return (
    <DetailPage
      crumbs={[{ label: t('roles.title'), href: '/roles' }]}
      title={t('matrix.title')}
      subtitle={t('matrix.lead')}
      tabs={[
        {
          key: 'matrix',
          label: t('matrix.title'),
          render: () =>
            error ? (
              <ErrorState error={error} retry={() => void Promise.all([query.refetch(), roles.refetch()])} />
            ) : query.data && roles.data ? (
              <Matrix groups={groups} roles={roles.data.items} />
            ) : (
              <Skeleton lines={14} />
            ),
        },
      ]}
    />
  )
}

function Matrix({ groups, roles }: { groups: readonly RightGroup[]; roles: readonly Role[] }) {
  const { t } = useTranslation('identity')
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('matrix.title')}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col">{t('matrix.right')}</th>
            {roles.map(({ id, name }) => (
              <th key={id} scope="col">
                <Link href={`/roles/${id}`}>{name}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ domain, name, lines }) => (
            <Fragment key={domain}>
              <tr className={styles.group}>
                <th scope="rowgroup" colSpan={roles.length + 1}>
                  {name}
                </th>
              </tr>
              {lines.map((line) => (
                <Line key={line.right} line={line} roles={roles} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Line({ line, roles }: { line: RightLine; roles: readonly Role[] }) {
  const { t } = useTranslation('identity')
  const nameOf = useRightName()
  return (
    <tr>
      <th scope="row">
        <details>
          <summary>{nameOf(line)}</summary>
          <div className={styles.allows}>
            <p>
              <Mono>{line.right}</Mono>
            </p>
            {line.operations.length === 0 && <p>{t('matrix.noOperation')}</p>}
            <ul>
              {line.operations.map(({ name, route, summary, over }) => (
                <li key={name}>
                  <Mono>{route}</Mono> <span lang="en">{summary}</span>
                  {over === 'everything' && ` (${t('matrix.overEverything')})`}
                </li>
              ))}
            </ul>
          </div>
        </details>
      </th>
      {roles.map(({ id, name }) => {
        const isHeld = line.roleIds.includes(id)
        return (
          <td key={id} data-held={isHeld || undefined} title={`${name}\u00a0· ${nameOf(line)}`}>
            {isHeld && <IconCheck size={16} aria-hidden="true" />}
            {isHeld && (
              <span className={styles.role} aria-hidden="true">
                {name}
              </span>
            )}
            <span className="unseen">{t(isHeld ? 'matrix.yes' : 'matrix.no')}</span>
          </td>
        )
      })}
    </tr>
  )
}
