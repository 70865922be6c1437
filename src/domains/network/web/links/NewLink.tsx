import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { FormDrawer, useForm, type Choice } from '#web/form.ts'
import type { LinkRow } from '../words.ts'
import { atOurFields, inputOf, LinkFields, type LinkValues } from './LinkFields.tsx'

interface Props {
  /** The near end, where the page says it. */
  asset?: Choice | undefined
  close: () => void
}

/** Links two assets, or two of their interfaces. */
export function NewLink({ asset, close }: Props) {
  const { t } = useTranslation('network')
  const form = useForm<LinkValues>({
    draft: `link:new:${asset?.value ?? ''}`,
    initial: {
      nearAssetId: asset?.value ?? null,
      nearInterfaceId: null,
      farAssetId: null,
      farInterfaceId: null,
      kind: 'cable',
      circuitId: null,
      notes: '',
    },
    check: checkLink(t),
    submit: async (values) => {
      await atOurFields(t('links.exists'), () => api('POST /links', inputOf(values)))
      toast({ message: t('links.created') })
      await refetch(['GET /links'])
    },
  })
  return (
    <FormDrawer form={form} title={t('links.create')} verb={t('create')} onClose={close}>
      <LinkFields form={form} asset={asset} />
    </FormDrawer>
  )
}

/** Gives a link other ends, another kind, a circuit, notes. */
export function EditLink({ link, close }: { link: LinkRow; close: () => void }) {
  const { t } = useTranslation('network')
  const { id } = link
  const form = useForm<LinkValues>({
    draft: `link:${id}`,
    initial: valuesOf(link),
    version: link.version,
    check: checkLink(t),
    submit: async (values, ifMatch) => {
      await atOurFields(t('links.exists'), () =>
        api('PATCH /links/:id', { id, ...inputOf(values) }, { ifMatch: ifMatch! }),
      )
      await refetch(['GET /links', 'GET /links/:id'])
    },
    reload: async () => {
      const now = await api('GET /links/:id', { id })
      return { values: valuesOf(now), version: now.version }
    },
  })
  return (
    <FormDrawer form={form} title={t('links.edit')} verb={t('save')} onClose={close}>
      <LinkFields form={form} link={link} />
    </FormDrawer>
  )
}

function valuesOf({ ends: [near, far], kind, circuitId, notes }: LinkRow): LinkValues {
  return {
    nearAssetId: near.assetId,
    nearInterfaceId: near.interfaceId,
    farAssetId: far.assetId,
    farInterfaceId: far.interfaceId,
    kind,
    circuitId,
    notes,
  }
}

const checkLink = (t: TFunction<'network'>) => (values: LinkValues) => ({
  nearAssetId: values.nearAssetId ? undefined : t('links.assetMissing'),
  farAssetId: values.farAssetId ? undefined : t('links.assetMissing'),
  kind: values.kind ? undefined : t('links.kindMissing'),
})
