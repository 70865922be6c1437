import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Form } from '#web/form.ts'
import { useMe } from '#web/session.ts'
import { useRightName } from '../words.ts'
import styles from './RightBoxes.module.css'
import type { RoleValues } from './RoleForm.tsx'
import type { RightGroup } from './use-rights.ts'

/** A box for each right of a part of the house. Rights that one lacks oneself cannot be given. */
export function RightBoxes({ form, group }: { form: Form<RoleValues>; group: RightGroup }) {
  const { t } = useTranslation('identity')
  const nameOf = useRightName()
  const own = new Set(useMe()?.rightsOverEverything)
  const held = new Set(form.values.rights)
  const toggle = (right: string) =>
    form.set(
      'rights',
      held.has(right) ? form.values.rights.filter((one) => one !== right) : [...form.values.rights, right],
    )
  return (
    <div className={styles.boxes}>
      {group.lines.map((line) => (
        <Checkbox
          key={line.right}
          label={nameOf(line)}
          description={own.has(line.right) ? undefined : t('role.notYours')}
          checked={held.has(line.right)}
          disabled={!own.has(line.right)}
          onChange={() => toggle(line.right)}
        />
      ))}
    </div>
  )
}
