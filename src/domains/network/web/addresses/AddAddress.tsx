import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { EntityField, FormDrawer, SwitchField, TextField, useForm, type Choice } from '#web/form.ts'
import { findAssets } from '../find.ts'

interface Props {
  /** Whose address, where the page says it. */
  asset?: Choice | undefined
  close: () => void
}

type Values = { assetId: string | null; address: string; isPrimary: boolean }

/** Gives an asset an address. */
export function AddAddress({ asset, close }: Props) {
  const { t } = useTranslation('network')
  const form = useForm<Values>({
    draft: `address:new:${asset?.value ?? ''}`,
    initial: { assetId: asset?.value ?? null, address: '', isPrimary: false },
    check: ({ assetId, address }) => ({
      assetId: assetId ? undefined : t('addresses.assetMissing'),
      address: address.trim() ? undefined : t('problem.address'),
    }),
    submit: async ({ assetId, address, isPrimary }) => {
      const added = await api('POST /addresses', {
        assetId: assetId!,
        address: address.trim(),
        ...(isPrimary ? { isPrimary } : {}),
      })
      toast({ message: t('addresses.added', { address: added.address, asset: added.assetName }) })
      await refetch(['GET /addresses'])
    },
  })
  return (
    <FormDrawer form={form} title={t('addresses.add')} verb={t('addresses.addVerb')} onClose={close}>
      {!asset && (
        <EntityField
          form={form}
          name="assetId"
          label={t('address.asset')}
          find={(q) => findAssets(q)}
          required
          autoFocus
        />
      )}
      <TextField
        form={form}
        name="address"
        label={t('address.address')}
        help={t('addresses.addressHelp')}
        isMono
        required
        autoFocus={asset !== undefined}
      />
      <SwitchField
        form={form}
        name="isPrimary"
        label={t('addresses.makePrimary')}
        help={t('addresses.primaryHelp')}
      />
    </FormDrawer>
  )
}
