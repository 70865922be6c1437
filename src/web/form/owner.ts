import type { Choice } from './SelectField.tsx'
import type { Form } from './use-form.ts'

export interface WithOrganisation {
  organisationId: string | null
}

/** What is chosen tells whose the new thing is, where nobody has said so yet. */
export function takeOwner<V extends object>(form: Form<V>, choice: Choice | undefined): void {
  const owned = form as unknown as Form<WithOrganisation>
  if (choice?.organisationId && owned.values.organisationId === null)
    owned.set('organisationId', choice.organisationId)
}

/** The organisation that a form's thing belongs to; undefined where the form knows none. */
export function ownerOf<V extends object>(form: Form<V>): string | null | undefined {
  return (form.values as Partial<WithOrganisation>).organisationId
}
