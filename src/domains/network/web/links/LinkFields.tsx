import { useTranslation } from 'react-i18next'
import { ApiProblem, isProblem } from '#web/api.ts'
import { EntityField, SelectField, TextField, type Choice, type Form } from '#web/form.ts'
import { findAssets, findCircuits } from '../find.ts'
import { InterfaceField } from '../forms/InterfaceField.tsx'
import { useWords, type LinkRow } from '../words.ts'

export type LinkValues = {
  nearAssetId: string | null
  nearInterfaceId: string | null
  farAssetId: string | null
  farInterfaceId: string | null
  kind: string | null
  circuitId: string | null
  notes: string
}

interface Props {
  form: Form<LinkValues>
  /** The near asset, where the page says it. */
  asset?: Choice | undefined
  /** What is set at first. */
  link?: LinkRow
}

export function LinkFields({ form, asset, link }: Props) {
  const { t } = useTranslation('network')
  const words = useWords()
  const { nearAssetId, farAssetId } = form.values
  const [near, far] = link?.ends ?? []
  return (
    <>
      <EntityField
        form={form}
        name="nearAssetId"
        label={t('link.asset')}
        find={(q) => findAssets(q)}
        current={asset ?? choiceOf(near?.assetId, near?.assetName)}
        isDisabled={asset !== undefined}
        required
        autoFocus={asset === undefined}
      />
      <InterfaceField
        form={form}
        name="nearInterfaceId"
        label={t('link.interface')}
        assetId={nearAssetId}
        current={nearAssetId === near?.assetId ? choiceOf(near?.interfaceId, near?.interfaceName) : undefined}
      />
      <EntityField
        form={form}
        name="farAssetId"
        label={t('link.farAsset')}
        find={(q) => findAssets(q)}
        current={choiceOf(far?.assetId, far?.assetName)}
        required
        autoFocus={asset !== undefined}
      />
      <InterfaceField
        form={form}
        name="farInterfaceId"
        label={t('link.farInterface')}
        assetId={farAssetId}
        current={farAssetId === far?.assetId ? choiceOf(far?.interfaceId, far?.interfaceName) : undefined}
      />
      <SelectField form={form} name="kind" label={t('link.kind')} choices={words.linkKinds} required />
      <EntityField
        form={form}
        name="circuitId"
        label={t('link.circuit')}
        help={t('links.circuitHelp')}
        find={findCircuits}
        current={choiceOf(link?.circuitId, link?.circuitName)}
        isClearable
      />
      <TextField form={form} name="notes" label={t('circuit.notes')} isLong />
    </>
  )
}

const choiceOf = (id: string | null | undefined, name: string | null | undefined): Choice | undefined =>
  id ? { value: id, label: name ?? id } : undefined

/** As the API takes them: it speaks of ends, the form of near and far. */
export const inputOf = ({
  nearAssetId,
  nearInterfaceId,
  farAssetId,
  farInterfaceId,
  kind,
  ...rest
}: LinkValues) => ({
  ...rest,
  ends: [
    { assetId: nearAssetId!, interfaceId: nearInterfaceId },
    { assetId: farAssetId!, interfaceId: farInterfaceId },
  ] as [{ assetId: string; interfaceId: string | null }, { assetId: string; interfaceId: string | null }],
  kind: kind as LinkRow['kind'],
})

const fields: Record<string, keyof LinkValues> = {
  'ends.0.assetId': 'nearAssetId',
  'ends.0.interfaceId': 'nearInterfaceId',
  'ends.1': 'farAssetId',
  'ends.1.assetId': 'farAssetId',
  'ends.1.interfaceId': 'farInterfaceId',
}

/** What is wrong with an end is said at the field that the form has for it. */
export async function atOurFields<T>(whenThere: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (!isProblem(error)) throw error
    const { status, code, detail, instance } = error
    if (code === 'already-exists') throw new ApiProblem({ title: whenThere, status, code, instance })
    const errors = error.errors.map((one) => ({ ...one, field: fields[one.field] ?? one.field }))
    throw new ApiProblem({ title: error.title, status, code, detail, instance, errors })
  }
}
