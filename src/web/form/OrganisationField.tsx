import { useTranslation } from 'react-i18next'
import { useChosenOrganisation } from '../api/organisation.ts'
import { useMe } from '../session.ts'
import { SelectField } from './SelectField.tsx'
import type { Form } from './use-form.ts'

interface WithOrganisation {
  organisationId: string | null
}

/** The organisation that a new thing belongs to: the one that is chosen, or the only one. Null where it must be asked. */
export function useFirstOrganisation(): string | null {
  const chosen = useChosenOrganisation()
  const organisations = useMe()?.organisations ?? []
  return chosen ?? (organisations.length === 1 ? organisations[0]!.id : null)
}

/** Asks for the organisation only where there are several to choose from. */
export function OrganisationField<V extends WithOrganisation>({ form }: { form: Form<V> }) {
  const { t } = useTranslation('web')
  const organisations = useMe()?.organisations ?? []
  if (organisations.length <= 1) return null
  return (
    <SelectField
      form={form as unknown as Form<WithOrganisation>}
      name="organisationId"
      label={t('form.organisation')}
      required
      choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
