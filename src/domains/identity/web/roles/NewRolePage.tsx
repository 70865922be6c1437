import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { useForm } from '#web/form.ts'
import { RoleForm, type RoleValues } from './RoleForm.tsx'

export default function NewRolePage() {
  const { t } = useTranslation('identity')
  const made = useRef<string>(undefined)
  const form = useForm<RoleValues>({
    draft: 'role:new',
    initial: { name: '', rights: [] },
    check: ({ name }) => ({ name: name.trim() ? undefined : t('field.nameMissing') }),
    async submit(values) {
      made.current = (await api('POST /roles', values)).id
      await refetch(['GET /roles', 'GET /rights'])
    },
  })
  return (
    <RoleForm
      form={form}
      title={t('roles.create')}
      verb={t('role.createVerb')}
      cancel="/roles"
      done={() => `/roles/${made.current}`}
    />
  )
}
