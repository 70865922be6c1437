import { useTranslation } from 'react-i18next'
import { ErrorState } from '#web/components/ErrorState.tsx'
import { Skeleton } from '#web/components/Skeleton.tsx'
import { FormPage, FormSection, TextField, type Form } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { RightBoxes } from './RightBoxes.tsx'
import { useRights } from './use-rights.ts'

export interface RoleValues {
  name: string
  rights: string[]
}

interface Props {
  form: Form<RoleValues>
  title: string
  verb: string
  /** Where the form goes back to, and on to once it is taken. */
  cancel: string
  done: () => string
}

/** A role of one's own: its name, and what it allows part by part of the house. */
export function RoleForm({ form, title, verb, cancel, done }: Props) {
  const { t } = useTranslation('identity')
  const { query, groups } = useRights()
  return (
    <FormPage
      form={form}
      title={title}
      verb={verb}
      crumbs={[{ label: t('roles.title'), href: '/roles' }]}
      cancel={cancel}
      done={() => go(done(), { replace: true })}
    >
      <FormSection title={t('role.name')} help={t('role.nameHelp')}>
        <TextField form={form} name="name" label={t('field.name')} required maxLength={100} />
      </FormSection>
      {query.error ? (
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      ) : query.data ? (
        groups.map((group) => (
          <FormSection key={group.domain} title={group.name}>
            <RightBoxes form={form} group={group} />
          </FormSection>
        ))
      ) : (
        <Skeleton lines={12} />
      )}
    </FormPage>
  )
}
