import { Button } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Item } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { Mono } from '#web/components/Mono.tsx'
import { Row, Rows } from '#web/components/Rows.tsx'
import styles from './words.module.css'

type Session = Item<'GET /me/sessions'>

interface Props {
  sessions: readonly Session[]
  none: string
  end?: (id: string) => void
}

/** Where somebody is signed in. */
export function SessionRows({ sessions, none, end }: Props) {
  const { t } = useTranslation('identity')
  if (sessions.length === 0) return <p className={styles.muted}>{none}</p>
  return (
    <Rows label={t('sessions.title')}>
      {sessions.map((session) => (
        <Row
          key={session.id}
          icon={isPhone(session) ? <IconDeviceMobile size={20} /> : <IconDeviceDesktop size={20} />}
          title={deviceOf(session) || t('sessions.unknownDevice')}
          detail={
            <>
              <Mono>{session.address}</Mono>
              {' · '}
              {t('sessions.since')} <Ago at={session.createdAt} />
            </>
          }
          aside={
            session.isCurrent ? (
              t('sessions.current')
            ) : (
              <>
                {t('sessions.lastSeen')} <Ago at={session.lastSeenAt} />
              </>
            )
          }
          action={
            end &&
            !session.isCurrent && (
              <Button variant="default" onClick={() => end(session.id)}>
                {t('sessions.end')}
              </Button>
            )
          }
        />
      ))}
    </Rows>
  )
}

const isPhone = ({ system }: Session) => ['Android', 'iPhone', 'iPad'].includes(system)
const deviceOf = ({ browser, system }: Session) => [browser, system].filter(Boolean).join(' · ')
