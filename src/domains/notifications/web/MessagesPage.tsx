import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Item } from '#web/api.ts'
import { Ago } from '#web/components/Ago.tsx'
import { State } from '#web/components/State.tsx'
import { Facts } from '#web/detail.ts'
import { useFormat } from '#web/format.ts'
import { ListPage, type Column } from '#web/list.ts'

type Message = Item<'GET /messages'>
const states = { waiting: 'warning', sent: 'ok', 'given-up': 'critical' } as const

/** What was told, to whom, and what still waits for the mail server. */
export default function MessagesPage() {
  const { t } = useTranslation('notifications')
  const columns = useMemo<Column<Message>[]>(
    () => [
      {
        key: 'subject',
        label: t('message.subject'),
        cell: (message) => message.subject,
        text: (message) => message.subject,
        grow: true,
      },
      {
        key: 'recipient',
        label: t('message.recipient'),
        cell: (message) => message.recipient,
        text: (message) => message.recipient,
        sort: true,
        width: 240,
        phone: 'below',
      },
      {
        key: 'state',
        label: t('message.state'),
        cell: (message) => <State state={states[message.state]}>{t(`messageState.${message.state}`)}</State>,
        text: (message) => message.state,
        sort: true,
        width: 160,
        phone: 'aside',
      },
      {
        key: 'createdAt',
        label: t('message.createdAt'),
        cell: (message) => <Ago at={message.createdAt} />,
        text: (message) => message.createdAt,
        sort: true,
        width: 140,
        align: 'right',
        phone: 'below',
      },
    ],
    [t],
  )
  return (
    <ListPage
      title={t('messages.title')}
      route="GET /messages"
      columns={columns}
      sort="-createdAt"
      filters={[
        {
          key: 'state',
          label: t('message.state'),
          options: (['waiting', 'sent', 'given-up'] as const).map((value) => ({
            value,
            label: t(`messageState.${value}`),
            state: states[value],
          })),
        },
      ]}
      peek={(message) => <MessagePeek message={message} />}
      empty={{ title: t('messages.empty'), text: t('messages.emptyWhy') }}
    />
  )
}

function MessagePeek({ message }: { message: Message }) {
  const { t } = useTranslation('notifications')
  const format = useFormat()
  return (
    <Facts
      facts={[
        { label: t('message.recipient'), value: message.recipient },
        { label: t('message.state'), value: t(`messageState.${message.state}`) },
        { label: t('message.createdAt'), value: format.exact(message.createdAt) },
        { label: t('message.sentAt'), value: message.sentAt ? format.exact(message.sentAt) : undefined },
        { label: t('message.attempts'), value: format.number(message.attempts) },
        { label: t('message.error'), value: message.error },
      ]}
    />
  )
}
