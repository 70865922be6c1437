import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { useForm } from '#web/form.ts'
import { InlineForm } from './InlineForm.tsx'
import { emptyProof, ProofFields } from './ProofFields.tsx'

export function DisableSecondFactor({ cancel }: { cancel: () => void }) {
  const { t } = useTranslation('identity')
  const form = useForm({
    draft: 'disable-second-factor',
    secrets: ['password', 'code'],
    initial: emptyProof,
    check: ({ password, code }) => ({
      password: password ? undefined : t('signIn.passwordMissing'),
      code: code.trim() ? undefined : t('signIn.codeMissing'),
    }),
    async submit(values) {
      await api('POST /me/second-factor/disable', values)
      await refetch(['GET /me'])
      toast({ message: t('secondFactor.removed') })
    },
  })
  return (
    <InlineForm
      form={form}
      verb={t('secondFactor.disable')}
      done={cancel}
      cancel={{ label: t('cancel'), run: cancel }}
    >
      <ProofFields form={form} />
    </InlineForm>
  )
}
