import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { FormDrawer, SwitchField, TextField, useForm } from '#web/form.ts'
import { InterfaceField } from '../forms/InterfaceField.tsx'
import type { AddressRow } from '../words.ts'

const valuesOf = ({ address, name, domain, interfaceId, isPrimary }: AddressRow) => ({
  address,
  name,
  domain,
  interfaceId,
  isPrimary,
})

/** Changes an address: its asset is renumbered here, and supervision follows. */
export function EditAddress({ address: row, close }: { address: AddressRow; close: () => void }) {
  const { t } = useTranslation('network')
  const { id, assetId, interfaceId, interfaceName } = row
  const form = useForm({
    draft: `address:${id}`,
    initial: valuesOf(row),
    version: row.version,
    check: ({ address }) => ({ address: address.trim() ? undefined : t('problem.address') }),
    submit: async (values, ifMatch) => {
      await api('PATCH /addresses/:id', { id, ...values }, { ifMatch: ifMatch! })
      await refetch(['GET /addresses', 'GET /addresses/:id'])
    },
    reload: async () => {
      const now = await api('GET /addresses/:id', { id })
      return { values: valuesOf(now), version: now.version }
    },
  })
  return (
    <FormDrawer form={form} title={t('editTitle', { name: row.address })} verb={t('save')} onClose={close}>
      <TextField form={form} name="address" label={t('address.address')} isMono required autoFocus />
      <TextField form={form} name="name" label={t('address.name')} help={t('addresses.nameHelp')} />
      <InterfaceField
        form={form}
        name="interfaceId"
        label={t('address.interface')}
        assetId={assetId}
        current={interfaceId ? { value: interfaceId, label: interfaceName ?? interfaceId } : undefined}
      />
      <TextField form={form} name="domain" label={t('address.domain')} help={t('addresses.domainHelp')} />
      {!row.isPrimary && (
        <SwitchField
          form={form}
          name="isPrimary"
          label={t('addresses.makePrimary')}
          help={t('addresses.primaryHelp')}
        />
      )}
    </FormDrawer>
  )
}
