import { useTranslation } from 'react-i18next'
import { TextField, type Form } from '#web/form.ts'

export interface Proof {
  password: string
  code: string
}

export const emptyProof: Proof = { password: '', code: '' }

/** The password and a code: what is asked before a second factor is touched. */
export function ProofFields({ form }: { form: Form<Proof> }) {
  const { t } = useTranslation('identity')
  return (
    <>
      <TextField
        form={form}
        name="password"
        isSecret
        autoComplete="current-password"
        label={t('field.currentPassword')}
      />
      <TextField
        form={form}
        name="code"
        isMono
        autoComplete="one-time-code"
        label={t('field.code')}
        help={t('secondFactor.orRecovery')}
      />
    </>
  )
}
