import type { ColumnType, Generated } from 'kysely'

type Nullable<V> = ColumnType<V | null, V | null | undefined, V | null>

/** The row types of the schema `notifications`. */
export interface NotificationTables {
  'notifications.mail_servers': {
    id: string
    host: string
    port: number
    security: MailSecurity
    username: Generated<string>
    password_sealed: Nullable<Buffer>
    sender: string
    created_at: Generated<string>
    updated_at: Generated<string>
    version: Generated<number>
  }
  'notifications.channels': {
    name: 'mail'
    holder: Nullable<string>
    held_until: Nullable<string>
    attempts: Generated<number>
    retry_at: Nullable<string>
    error: Nullable<string>
  }
  'notifications.messages': {
    id: string
    organisation_id: Nullable<string>
    person_id: Nullable<string>
    ordinal: Generated<number>
    key: string
    kind: string
    recipient: string
    subject: string
    body_text: string
    body_html: string
    about: Generated<readonly string[]>
    link_sealed: Nullable<Buffer>
    good_until: Nullable<string>
    state: Generated<'waiting' | 'sent' | 'given-up'>
    due_at: string
    attempts: Generated<number>
    error: Nullable<string>
    created_at: Generated<string>
    sent_at: Nullable<string>
  }
}

export type MailSecurity = 'tls' | 'starttls' | 'none'
