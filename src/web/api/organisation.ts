import { stored, useStored } from '../stored.ts'

const organisation = stored<string | null>(
  'organisation',
  null,
  (value) => value === null || typeof value === 'string',
)

/** The organisation that everything is narrowed to; null for all that one may see. */
export const chosenOrganisation = organisation.get
export const chooseOrganisation = organisation.set
export const useChosenOrganisation = () => useStored(organisation)[0]
