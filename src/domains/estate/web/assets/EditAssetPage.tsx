import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { DetailWaiting } from '#web/detail.ts'
import { FormPage, useForm } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { crumbsOf } from '../crumbs.ts'
import type { AssetFull } from '../words.ts'
import { AssetForm } from './AssetForm.tsx'
import { checkAsset, inputOf, valuesOf } from './values.ts'

export default function EditAssetPage() {
  const { id } = useParams()
  const query = useApi('GET /assets/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <EditAsset asset={query.data} />
}

function EditAsset({ asset }: { asset: AssetFull }) {
  const { t } = useTranslation('estate')
  const { id, siteId, sitePathName, responsibleId, responsibleName } = asset
  const form = useForm({
    draft: `asset:${id}`,
    initial: valuesOf(asset),
    version: asset.version,
    check: checkAsset(t),
    submit: (values, ifMatch) => api('PATCH /assets/:id', { id, ...inputOf(values) }, { ifMatch: ifMatch! }),
    reload: async () => {
      const now = await api('GET /assets/:id', { id })
      return { values: valuesOf(now), version: now.version }
    },
  })
  return (
    <FormPage
      form={form}
      title={t('editTitle', { name: asset.name })}
      crumbs={[
        ...crumbsOf(t('assets.title'), '/assets', asset.trail),
        { label: asset.name, href: `/assets/${id}` },
      ]}
      verb={t('save')}
      cancel={`/assets/${id}`}
      done={() => go(`/assets/${id}`, { replace: true })}
    >
      <AssetForm
        form={form}
        site={siteId ? { value: siteId, label: sitePathName ?? '' } : undefined}
        responsible={responsibleId ? { value: responsibleId, label: responsibleName ?? '' } : undefined}
      />
    </FormPage>
  )
}
