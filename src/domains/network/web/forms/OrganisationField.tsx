import { useTranslation } from 'react-i18next'
import { useChosenOrganisation } from '#web/api/organisation.ts'
import { SelectField, type Form } from '#web/form.ts'
import { useMe } from '#web/session.ts'

interface WithOrganisation {
  organisationId: string | null
}

/** The organisation that a new thing belongs to, where the person has not chosen one for the whole screen. */
export function useFirstOrganisation(): string | null {
  const chosen = useChosenOrganisation()
  const organisations = useMe()?.organisations ?? []
  return chosen ?? (organisations.length === 1 ? organisations[0]!.id : null)
}

/** Asks for the organisation only where there are several to choose from. */
export function OrganisationField<V extends WithOrganisation>({ form }: { form: Form<V> }) {
  const { t } = useTranslation('network')
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
