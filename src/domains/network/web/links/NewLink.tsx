import { useTranslation } from 'react-i18next'
import { api, ApiProblem, isProblem, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { EntityField, FormDrawer, SelectField, TextField, useForm, type Choice } from '#web/form.ts'
import { findAssets } from '../find.ts'
import { InterfaceField } from '../forms/InterfaceField.tsx'
import { useWords, type LinkRow } from '../words.ts'

type Values = {
  nearAssetId: string | null
  nearInterfaceId: string | null
  farAssetId: string | null
  farInterfaceId: string | null
  kind: string | null
  notes: string
}

interface Props {
  /** The near end, where the page says it. */
  asset?: Choice | undefined
  close: () => void
}

/** Links two assets, or two of their interfaces. */
export function NewLink({ asset, close }: Props) {
  const { t } = useTranslation('network')
  const words = useWords()
  const form = useForm<Values>({
    draft: `link:new:${asset?.value ?? ''}`,
    initial: {
      nearAssetId: asset?.value ?? null,
      nearInterfaceId: null,
      farAssetId: null,
      farInterfaceId: null,
      kind: 'cable',
      notes: '',
    },
    check: (values) => ({
      nearAssetId: values.nearAssetId ? undefined : t('links.assetMissing'),
      farAssetId: values.farAssetId ? undefined : t('links.assetMissing'),
      kind: values.kind ? undefined : t('links.kindMissing'),
    }),
    submit: async (values) => {
      await create(values, t('links.exists'))
      toast({ message: t('links.created') })
      await refetch(['GET /links'])
    },
  })
  const { nearAssetId, farAssetId } = form.values
  return (
    <FormDrawer form={form} title={t('links.create')} verb={t('create')} onClose={close}>
      <EntityField
        form={form}
        name="nearAssetId"
        label={t('link.asset')}
        find={(q) => findAssets(q)}
        current={asset}
        isDisabled={asset !== undefined}
        required
        autoFocus={asset === undefined}
      />
      <InterfaceField form={form} name="nearInterfaceId" label={t('link.interface')} assetId={nearAssetId} />
      <EntityField
        form={form}
        name="farAssetId"
        label={t('link.farAsset')}
        find={(q) => findAssets(q)}
        required
        autoFocus={asset !== undefined}
      />
      <InterfaceField form={form} name="farInterfaceId" label={t('link.farInterface')} assetId={farAssetId} />
      <SelectField form={form} name="kind" label={t('link.kind')} choices={words.linkKinds} required />
      <TextField form={form} name="notes" label={t('circuit.notes')} isLong />
    </FormDrawer>
  )
}

const fields: Record<string, keyof Values> = {
  'ends.0.assetId': 'nearAssetId',
  'ends.0.interfaceId': 'nearInterfaceId',
  'ends.1': 'farAssetId',
  'ends.1.assetId': 'farAssetId',
  'ends.1.interfaceId': 'farInterfaceId',
}

/** The API speaks of ends, the form of near and far: what is wrong with one is said at the other's field. */
async function create(values: Values, whenThere: string) {
  const { nearAssetId, nearInterfaceId, farAssetId, farInterfaceId, kind, notes } = values
  try {
    await api('POST /links', {
      ends: [
        { assetId: nearAssetId!, interfaceId: nearInterfaceId },
        { assetId: farAssetId!, interfaceId: farInterfaceId },
      ],
      kind: kind as LinkRow['kind'],
      notes,
    })
  } catch (error) {
    if (!isProblem(error)) throw error
    const { status, code, detail, instance } = error
    if (code === 'already-exists') throw new ApiProblem({ title: whenThere, status, code, instance })
    const errors = error.errors.map((one) => ({ ...one, field: fields[one.field] ?? one.field }))
    throw new ApiProblem({ title: error.title, status, code, detail, instance, errors })
  }
}
