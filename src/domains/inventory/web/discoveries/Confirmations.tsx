import { useTranslation } from 'react-i18next'
import { SwitchField, type Form } from '#web/form.ts'
import type { Doubt } from './start.ts'

interface Confirmed {
  isConfirmed: boolean
  isOutside: boolean
}

/** A switch for each thing that the server asked about. */
export function Confirmations<V extends Confirmed>({
  form,
  doubts,
}: {
  form: Form<V>
  doubts: readonly Doubt[]
}) {
  const { t } = useTranslation('inventory')
  const own = form as unknown as Form<Confirmed>
  return (
    <>
      {doubts.includes('outside') && (
        <SwitchField form={own} name="isOutside" label={t('discovery.confirmOutside')} />
      )}
      {doubts.includes('large') && (
        <SwitchField form={own} name="isConfirmed" label={t('discovery.confirm')} />
      )}
    </>
  )
}
