import { useTranslation } from 'react-i18next'
import { useApi, type Output } from '#web/api.ts'
import { useFormat } from '#web/format.ts'
import { useCan } from '#web/session.ts'
import { SecretDialog } from '../SecretDialog.tsx'

interface Props {
  name: string
  link: Output<'POST /people/:id/link'>
  close: () => void
}

/** A one-time link of a person. */
export function LinkDialog({ name, link: { purpose, link, expiresAt }, close }: Props) {
  const { t } = useTranslation('identity')
  const format = useFormat()
  const can = useCan()
  const server = useApi('GET /mail-server', {}, { enabled: can('settings.read', 'everything') }).data
  const mail = t(!server ? 'secret.mailPerhaps' : server.host ? 'secret.mailToo' : 'secret.mailNot')
  return (
    <SecretDialog
      title={t(purpose === 'invitation' ? 'secret.invitation' : 'secret.reset', { name })}
      lead={`${t('secret.linkLead', { until: `${format.date(expiresAt)}, ${format.time(expiresAt)}` })} ${mail}`}
      secret={link}
      copy={t('secret.copyLink')}
      close={close}
    />
  )
}
