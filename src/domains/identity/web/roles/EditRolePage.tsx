import { useTranslation } from 'react-i18next'
import { api, refetch, useApi } from '#web/api.ts'
import { DetailWaiting } from '#web/detail.ts'
import { useForm } from '#web/form.ts'
import { useParams } from '#web/params.ts'
import type { Role } from '../words.ts'
import { RoleForm, type RoleValues } from './RoleForm.tsx'

export default function EditRolePage() {
  const { id } = useParams()
  const query = useApi('GET /roles/:id', { id })
  return query.data ? <EditRole role={query.data} /> : <DetailWaiting query={query} />
}

const valuesOf = ({ name, rights }: Role): RoleValues => ({ name, rights })

function EditRole({ role }: { role: Role }) {
  const { t } = useTranslation('identity')
  const { id } = role
  const form = useForm<RoleValues>({
    draft: `role:${id}`,
    initial: valuesOf(role),
    version: role.version,
    check: ({ name }) => ({ name: name.trim() ? undefined : t('field.nameMissing') }),
    async submit(values, ifMatch) {
      await api('PATCH /roles/:id', { id, ...values }, ifMatch === undefined ? {} : { ifMatch })
      await refetch(['GET /roles', 'GET /roles/:id', 'GET /rights'])
    },
    async reload() {
      const now = await api('GET /roles/:id', { id })
      return { values: valuesOf(now), version: now.version }
    },
  })
  return (
    <RoleForm
      form={form}
      title={t('role.edit', { name: role.name })}
      verb={t('save')}
      cancel={`/roles/${id}`}
      done={() => `/roles/${id}`}
    />
  )
}
