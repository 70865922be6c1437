import type { TFunction } from 'i18next'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { FormDrawer, useFirstOrganisation, useForm } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import type { ServiceRow } from '../words.ts'
import { ServiceFields, type ServiceValues } from './ServiceFields.tsx'

export function NewService({ close }: { close: () => void }) {
  const { t } = useTranslation('estate')
  const created = useRef('')
  const form = useForm<ServiceValues>({
    draft: 'service:new',
    initial: {
      organisationId: useFirstOrganisation(),
      name: '',
      description: '',
      ownerId: null,
      level: '3',
      url: '',
      notes: '',
      assetIds: [],
      serviceIds: [],
    },
    check: checkService(t),
    submit: async (values) => {
      const service = await api('POST /services', {
        ...inputOf(values),
        organisationId: values.organisationId!,
      })
      created.current = service.id
      toast({ message: t('created', { name: service.name }) })
    },
  })
  return (
    <FormDrawer
      form={form}
      title={t('services.create')}
      verb={t('create')}
      onClose={close}
      done={() => go(`/services/${created.current}`)}
    >
      <ServiceFields form={form} isNew />
    </FormDrawer>
  )
}

export function EditService({ service, close }: { service: ServiceRow; close: () => void }) {
  const { t } = useTranslation('estate')
  const { id } = service
  const form = useForm<ServiceValues>({
    draft: `service:${id}`,
    initial: valuesOf(service),
    version: service.version,
    check: checkService(t),
    submit: (values, ifMatch) =>
      api('PATCH /services/:id', { id, ...inputOf(values) }, { ifMatch: ifMatch! }),
    reload: async () => {
      const now = await api('GET /services/:id', { id })
      return { values: valuesOf(now), version: now.version }
    },
  })
  return (
    <FormDrawer form={form} title={t('editTitle', { name: service.name })} verb={t('save')} onClose={close}>
      <ServiceFields form={form} service={service} />
    </FormDrawer>
  )
}

function valuesOf(service: ServiceRow): ServiceValues {
  const { organisationId, name, description, ownerId, level, url, notes, assets, services } = service
  return {
    organisationId,
    name,
    description,
    ownerId,
    level: String(level),
    url,
    notes,
    assetIds: assets.map(({ id }) => id),
    serviceIds: services.map(({ id }) => id),
  }
}

function inputOf({ level, url, ...values }: ServiceValues) {
  // The organisation is said once, where the thing is created.
  return { ...values, organisationId: undefined, level: Number(level), url: url.trim() }
}

function checkService(t: TFunction<'estate'>) {
  return ({ organisationId, name, url }: ServiceValues) => ({
    organisationId: organisationId ? undefined : t('organisationMissing'),
    name: name.trim() ? undefined : t('nameMissing'),
    url: url.trim() === '' || /^https?:\/\/\S+$/.test(url.trim()) ? undefined : t('services.urlWrong'),
  })
}
