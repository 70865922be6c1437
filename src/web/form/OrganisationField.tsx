import { useTranslation } from 'react-i18next'
import { useChosenOrganisation } from '../api/organisation.ts'
import { useMe } from '../session.ts'
import { SelectField } from './SelectField.tsx'
import type { WithOrganisation } from './owner.ts'
import type { Form } from './use-form.ts'

interface Props<V extends WithOrganisation> {
  form: Form<V>
  /** What was chosen among the things of the organisation: none of it is of another one. */
  clears?: readonly (keyof V & string)[]
}

/** The organisation that a new thing belongs to: the one that is chosen, or the only one. Null where it must be asked. */
export function useFirstOrganisation(): string | null {
  const chosen = useChosenOrganisation()
  const organisations = useMe()?.organisations ?? []
  return chosen ?? (organisations.length === 1 ? organisations[0]!.id : null)
}

/** Asks for the organisation only where there are several to choose from. */
export function OrganisationField<V extends WithOrganisation>({ form, clears = [] }: Props<V>) {
  const { t } = useTranslation('web')
  const organisations = useMe()?.organisations ?? []
  if (organisations.length <= 1) return null
  return (
    <SelectField
      form={form as unknown as Form<WithOrganisation>}
      name="organisationId"
      label={t('form.organisation')}
      required
      // Where it has to be asked, it is the first thing that is.
      autoFocus={form.values.organisationId === null}
      chosen={() => {
        for (const name of clears)
          form.set(name, (Array.isArray(form.values[name]) ? [] : null) as V[typeof name])
      }}
      choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
