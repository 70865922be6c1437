import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { FormPage, useForm } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { text, useSearch } from '#web/search.ts'
import { crumbsOf } from '../crumbs.ts'
import { useFirstOrganisation } from '../forms/OrganisationField.tsx'
import type { SiteFull } from '../words.ts'
import { AssetForm } from './AssetForm.tsx'
import { checkAsset, inputOf, newAsset } from './values.ts'

const schema = { siteId: text() }

export default function NewAssetPage() {
  const [{ siteId }] = useSearch(schema)
  const site = useApi('GET /sites/:id', { id: siteId }, { enabled: siteId !== '' })
  // The form begins with what its site says, so it waits for it.
  if (siteId !== '' && site.isPending) return null
  return <NewAsset site={site.data} />
}

function NewAsset({ site }: { site: SiteFull | undefined }) {
  const { t } = useTranslation('estate')
  const organisation = useFirstOrganisation()
  const created = useRef('')
  const form = useForm({
    draft: `asset:new:${site?.id ?? ''}`,
    initial: newAsset(site?.organisationId ?? organisation, site?.id ?? null),
    check: checkAsset(t),
    submit: async (values) => {
      const asset = await api('POST /assets', { ...inputOf(values), organisationId: values.organisationId! })
      created.current = asset.id
      toast({ message: t('created', { name: asset.name }) })
    },
  })
  return (
    <FormPage
      form={form}
      title={t('assets.create')}
      crumbs={crumbsOf(t('assets.title'), '/assets', site?.trail)}
      verb={t('create')}
      cancel={site ? `/sites/${site.id}?tab=assets` : '/assets'}
      done={() => go(`/assets/${created.current}`, { replace: true })}
    >
      <AssetForm form={form} isNew site={site && { value: site.id, label: site.pathName }} />
    </FormPage>
  )
}
