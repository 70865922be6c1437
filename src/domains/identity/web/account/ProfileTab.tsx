import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { Section } from '#web/detail.ts'
import { TextField, useForm } from '#web/form.ts'
import type { Me } from '#web/session.ts'
import styles from '../words.module.css'
import { InlineForm } from './InlineForm.tsx'

export function ProfileTab({ me }: { me: Me }) {
  const { t } = useTranslation('identity')
  const form = useForm({
    draft: 'me',
    initial: { name: me.name, phone: me.phone },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('field.nameMissing') }),
    async submit(values) {
      await api('PATCH /me', values)
      await refetch(['GET /me'])
      toast({ message: t('account.saved') })
    },
  })
  return (
    <Section title={t('account.profile')}>
      <InlineForm form={form} verb={t('save')} needsChange>
        <TextField form={form} name="name" autoComplete="name" label={t('field.name')} />
        <TextField form={form} name="phone" type="tel" autoComplete="tel" label={t('field.phone')} />
        <p className={styles.muted}>{t('account.emailWhy', { email: me.email })}</p>
      </InlineForm>
    </Section>
  )
}
