import { EntityField, SelectField, type Choice, type Form } from '#web/form.ts'

/** The one value that many rows are given. */
export interface OneValue {
  value: string | null
}

interface Common {
  form: Form<OneValue>
  label: string
  help?: React.ReactNode
}

export function SelectBulk(props: Common & { choices: readonly Choice[]; isClearable?: boolean }) {
  return <SelectField {...props} name="value" />
}

export function EntityBulk(props: Common & { find: (typed: string) => Promise<readonly Choice[]> }) {
  return <EntityField {...props} name="value" isClearable />
}
