import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { TextField, useForm } from '#web/form.ts'
import type { Me } from '#web/session.ts'
import { InlineForm } from './InlineForm.tsx'

/** The name to sign in with, and where links to a new password go. */
export function EmailChange({ me }: { me: Me }) {
  const { t } = useTranslation('identity')
  const form = useForm({
    draft: 'email',
    secrets: ['password'],
    initial: { email: me.email, password: '' },
    check: ({ email, password }) => ({
      email: /^\S+@\S+$/.test(email.trim()) ? undefined : t('field.emailWrong'),
      password: password ? undefined : t('signIn.passwordMissing'),
    }),
    async submit({ email, password }) {
      await api('POST /me/email', { email: email.trim(), password })
      await refetch(['GET /me'])
      toast({ message: t('account.emailChanged') })
    },
  })
  return (
    <InlineForm form={form} isQuiet needsChange verb={t('account.changeEmail')} done={form.renew}>
      <TextField
        form={form}
        name="email"
        type="email"
        autoComplete="email"
        label={t('field.email')}
        help={t('account.emailHelp')}
      />
      <TextField
        form={form}
        name="password"
        isSecret
        autoComplete="current-password"
        label={t('field.currentPassword')}
      />
    </InlineForm>
  )
}
