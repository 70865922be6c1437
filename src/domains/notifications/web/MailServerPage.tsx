import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, refetch, useApi } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { DetailWaiting } from '#web/detail.ts'
import { FormPage, FormSection, NumberField, SelectField, TextField, useForm, type Form } from '#web/form.ts'
import { useMe } from '#web/session.ts'
import { TryMail } from './TryMail.tsx'

interface Fields {
  host: string
  port: number | null
  security: 'tls' | 'starttls' | 'none'
  username: string
  password: string
  sender: string
}

/** The mail server: what alerts, invitations and links are sent by. */
export default function MailServerPage() {
  const query = useApi('GET /mail-server', {})
  if (!query.data) return <DetailWaiting query={query} />
  return <MailServerForm server={query.data} key={query.data.version} />
}

/** Of the organisation of who sets it, until somebody says otherwise. */
function usualSender(email: string | undefined): string {
  const domain = email?.split('@')[1]
  return domain ? `Vigie <vigie@${domain}>` : ''
}

/** A kept password stays with its server and account: for others the API forgets it. */
function isPasswordLost(server: Server, values: Fields): boolean {
  if (!server.hasPassword || values.password || !values.username.trim()) return false
  return (['host', 'port', 'security', 'username'] as const).some((field) => server[field] !== values[field])
}

const ports: Record<Fields['security'], number> = { starttls: 587, tls: 465, none: 25 }

/** The usual port follows the encryption; one of a person's own stays. */
function usePortOf(form: Form<Fields>): void {
  const { security, port } = form.values
  const before = useRef(security)
  useEffect(() => {
    const was = before.current
    before.current = security
    if (was !== security && (port === null || port === ports[was])) form.set('port', ports[security])
  }, [form, security, port])
}

type Server = { from: 'screen' | 'settings' | 'none'; hasPassword: boolean } & Omit<Fields, 'password'>

function MailServerForm({ server }: { server: Server }) {
  const { t } = useTranslation('notifications')
  const { host, port, security, username } = server
  const sender = server.sender || usualSender(useMe()?.email)
  const form = useForm<Fields>({
    draft: 'mail-server',
    initial: { host, port, security, username, sender, password: '' },
    secrets: ['password'],
    check: (values) => ({
      host: values.host.trim() ? undefined : t('mailServer.hostMissing'),
      port: values.port ? undefined : t('mailServer.portMissing'),
      sender: values.sender.includes('@') ? undefined : t('mailServer.senderMissing'),
      password: isPasswordLost(server, values) ? t('mailServer.passwordAgain') : undefined,
    }),
    submit: ({ password, port: wanted, ...values }) =>
      api('PUT /mail-server', { ...values, port: wanted ?? 0, ...(password ? { password } : {}) }),
  })
  usePortOf(form)
  const done = () => {
    toast({ message: t('mailServer.kept') })
    void refetch(['GET /mail-server'])
  }
  return (
    <FormPage form={form} title={t('mailServer.title')} verb={t('mailServer.save')} cancel="/" done={done}>
      <FormSection title={t('mailServer.server')} help={t(`mailServer.from.${server.from}`)}>
        <TextField
          form={form}
          name="host"
          label={t('mailServer.host')}
          required
          isMono
          placeholder="mail.example.org"
        />
        <NumberField form={form} name="port" label={t('mailServer.port')} required min={1} max={65_535} />
        <SelectField
          form={form}
          name="security"
          label={t('mailServer.security')}
          choices={(['starttls', 'tls', 'none'] as const).map((value) => ({
            value,
            label: t(`security.${value}`),
          }))}
        />
        <TextField
          form={form}
          name="sender"
          label={t('mailServer.sender')}
          required
          placeholder="Vigie <vigie@example.org>"
        />
      </FormSection>
      <FormSection title={t('mailServer.account')} help={t('mailServer.accountHelp')}>
        <TextField form={form} name="username" label={t('mailServer.username')} />
        <TextField
          form={form}
          name="password"
          label={t('mailServer.password')}
          isSecret
          autoComplete="new-password"
          help={server.hasPassword ? t('mailServer.passwordKept') : undefined}
        />
      </FormSection>
      <FormSection title={t('mailServer.try')} help={t('mailServer.tryHelp')}>
        <TryMail isThere={server.from !== 'none'} />
      </FormSection>
    </FormPage>
  )
}
