import { useTranslation } from 'react-i18next'
import { SelectField, type Form } from '#web/form.ts'
import { useMe } from '#web/session.ts'

interface WithOrganisation {
  organisationId: string | null
}

/** Asks for the organisation only where there are several to choose from. */
export function OrganisationField<V extends WithOrganisation>({ form }: { form: Form<V> }) {
  const { t } = useTranslation('inventory')
  const organisations = useMe()?.organisations ?? []
  if (organisations.length <= 1) return null
  return (
    <SelectField
      form={form as unknown as Form<WithOrganisation>}
      name="organisationId"
      label={t('organisation')}
      required
      choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
