import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { EntityField, OrganisationField, SelectField, TextField, type Choice, type Form } from '#web/form.ts'
import { EntitiesField } from '../forms/EntitiesField.tsx'
import { findResponsibles } from '../forms/find.ts'
import { useWords, type ServiceRow } from '../words.ts'

export type ServiceValues = {
  organisationId: string | null
  name: string
  description: string
  ownerId: string | null
  level: string | null
  url: string
  notes: string
  assetIds: string[]
  serviceIds: string[]
}

interface Props {
  form: Form<ServiceValues>
  isNew?: boolean
  service?: ServiceRow
}

export function ServiceFields({ form, isNew = false, service }: Props) {
  const { t } = useTranslation('estate')
  const words = useWords()
  const { organisationId } = form.values
  const find = (route: 'GET /assets' | 'GET /services') => async (q: string) => {
    const { items } = await api(route, {
      ...(q ? { q } : {}),
      ...(organisationId ? { organisationId } : {}),
      limit: 20,
    })
    return items.filter(({ id }) => id !== service?.id).map(choiceOf)
  }
  return (
    <>
      {isNew && <OrganisationField form={form} clears={['ownerId', 'assetIds', 'serviceIds']} />}
      <TextField form={form} name="name" label={t('serviceField.name')} required autoFocus={isNew} />
      <TextField form={form} name="description" label={t('serviceField.description')} />
      <SelectField form={form} name="level" label={t('serviceField.level')} choices={words.levels} required />
      <EntityField
        form={form}
        name="ownerId"
        label={t('serviceField.owner')}
        help={t('services.ownerHelp')}
        find={(q) => findResponsibles(q, organisationId)}
        current={service?.ownerId ? { value: service.ownerId, label: service.ownerName ?? '' } : undefined}
        isClearable
      />
      <TextField form={form} name="url" label={t('serviceField.url')} type="url" placeholder="https://" />
      <EntitiesField
        form={form}
        name="assetIds"
        label={t('serviceField.assets')}
        find={find('GET /assets')}
        current={service?.assets.map(choiceOf) ?? []}
      />
      <EntitiesField
        form={form}
        name="serviceIds"
        label={t('serviceField.services')}
        find={find('GET /services')}
        current={service?.services.map(choiceOf) ?? []}
      />
      <TextField form={form} name="notes" label={t('serviceField.notes')} isLong />
    </>
  )
}

const choiceOf = ({
  id,
  name,
  organisationId,
}: {
  id: string
  name: string
  organisationId?: string
}): Choice => ({
  value: id,
  label: name,
  ...(organisationId ? { organisationId } : {}),
})
