import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { useForm } from '#web/form.ts'
import { InlineForm } from './InlineForm.tsx'
import { emptyProof, ProofFields } from './ProofFields.tsx'

interface Props {
  cancel: () => void
  done: (recoveryCodes: string[]) => void
}

export function RenewCodes({ cancel, done }: Props) {
  const { t } = useTranslation('identity')
  const form = useForm({
    draft: 'renew-codes',
    secrets: ['password', 'code'],
    initial: emptyProof,
    check: ({ password, code }) => ({
      password: password ? undefined : t('signIn.passwordMissing'),
      code: code.trim() ? undefined : t('signIn.codeMissing'),
    }),
    async submit(values) {
      const { recoveryCodes } = await api('POST /me/second-factor/recovery-codes', values)
      done(recoveryCodes)
      await refetch(['GET /me'])
    },
  })
  return (
    <InlineForm form={form} verb={t('secondFactor.renew')} cancel={{ label: t('cancel'), run: cancel }}>
      <ProofFields form={form} />
    </InlineForm>
  )
}
