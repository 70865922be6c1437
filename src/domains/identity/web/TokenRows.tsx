import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Item } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Row, Rows } from '#web/components/Rows.tsx'
import { useFormat } from '#web/format.ts'
import styles from './words.module.css'

type Token = Item<'GET /me/tokens'>

interface Props {
  tokens: readonly Token[]
  none: React.ReactNode
  revoke: (id: string) => void
}

/** API tokens: those that still open something first. */
export function TokenRows({ tokens, none, revoke }: Props) {
  const { t } = useTranslation('identity')
  if (tokens.length === 0) return <div className={styles.muted}>{none}</div>
  const open = tokens.filter(({ state }) => state === 'active')
  const closed = tokens.filter(({ state }) => state !== 'active')
  return (
    <Rows label={t('tokens.title')}>
      {[...open, ...closed].map((token) => (
        <Row
          key={token.id}
          icon={<IconKey size={20} />}
          title={<span className={token.state === 'active' ? undefined : styles.muted}>{token.name}</span>}
          detail={<TokenDetail token={token} />}
          aside={
            token.lastUsedAt ? (
              <>
                {t('tokens.lastUsed')} <Ago at={token.lastUsedAt} />
              </>
            ) : (
              t('tokens.neverUsed')
            )
          }
          action={
            token.state === 'active' && (
              <Button variant="default" onClick={() => revoke(token.id)}>
                {t('tokens.revoke')}
              </Button>
            )
          }
        />
      ))}
    </Rows>
  )
}

function TokenDetail({ token }: { token: Token }) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const until =
    token.state === 'active'
      ? token.expiresAt
        ? t('tokens.until', { date: format.date(token.expiresAt) })
        : t('tokens.forever')
      : t(`tokens.state.${token.state}`)
  const words = [
    token.rights ? t('tokens.rights', { count: token.rights.length }) : t('tokens.allRights'),
    token.organisationIds
      ? t('tokens.organisations', { count: token.organisationIds.length })
      : t('tokens.allOrganisations'),
    until,
  ]
  return (
    <>
      <Mono>{token.hint}…</Mono> · {words.join(' · ')}
    </>
  )
}
