import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { EntityField, FormDrawer, SelectField, TextField, useForm } from '#web/form.ts'
import {
  emptyService,
  faultsOfService,
  serviceNames,
  settingsOf,
  type ServiceValues,
} from './service-values.ts'
import { ServiceFields } from './ServiceFields.tsx'

type Values = ServiceValues & { assetId: string | null; name: string }

/** Gives an asset a check of a port, a page, a certificate or a name. */
export function NewCheck({ asset, close }: { asset?: { id: string; name: string }; close: () => void }) {
  const { t } = useTranslation('supervision')
  const form = useForm<Values>({
    draft: asset ? `check:new:${asset.id}` : 'check:new',
    initial: { ...emptyService, assetId: asset?.id ?? null, name: '' },
    check: (values) => ({
      ...Object.fromEntries(Object.entries(faultsOfService(values)).map(([field, key]) => [field, t(key)])),
      assetId: values.assetId ? undefined : t('service.assetMissing'),
    }),
    submit: async (values) => {
      const { assetId, name } = values
      const input = {
        assetId: assetId!,
        ...settingsOf(values),
        ...(name.trim() ? { name: name.trim() } : {}),
      }
      const check = await api('POST /checks', input as Parameters<typeof api<'POST /checks'>>[1])
      toast({ message: t('service.created', { name: check.name }) })
    },
  })
  return (
    <FormDrawer form={form} title={t('service.create')} verb={t('service.createVerb')} onClose={close}>
      <EntityField
        form={form}
        name="assetId"
        label={t('checks.asset')}
        find={async (q) =>
          (await api('GET /assets', { q, limit: 20 })).items.map(({ id, name }) => ({
            value: id,
            label: name,
          }))
        }
        current={asset ? { value: asset.id, label: asset.name } : undefined}
        isDisabled={asset !== undefined}
        required
        autoFocus={asset === undefined}
      />
      <SelectField
        form={form}
        name="template"
        label={t('service.what')}
        choices={serviceNames.map((name) => ({ value: name, label: t(`template.${name}.name`) }))}
        help={form.values.template ? t(`template.${form.values.template}.about`) : undefined}
        required
      />
      <ServiceFields form={form} />
      <TextField
        form={form}
        name="name"
        label={t('service.name')}
        help={t('service.nameHelp')}
        maxLength={80}
      />
    </FormDrawer>
  )
}
