import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { FormPage, useFirstOrganisation, useForm, type Form } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { text, useSearch } from '#web/search.ts'
import { crumbsOf } from '../crumbs.ts'
import type { SiteFull } from '../words.ts'
import { AssetForm } from './AssetForm.tsx'
import { faultsOfNew, NewFields, ownValues, typedIn, useNewFields, type NewValues } from './new-fields.tsx'
import { checkAsset, inputOf, newAsset, type AssetValues } from './values.ts'

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
  const { t: any } = useTranslation()
  const fields = useNewFields()
  const created = useRef<{ id: string; version: number }>(null)
  /** Once: what failed after it was there is sent again without making a second one. */
  const keep = async (values: AssetValues) => {
    const { current: made } = created
    if (made) return api('PATCH /assets/:id', { id: made.id, ...inputOf(values) }, { ifMatch: made.version })
    return api('POST /assets', { ...inputOf(values), organisationId: values.organisationId! })
  }
  const form = useForm<NewValues>({
    draft: `asset:new:${site?.id ?? ''}`,
    initial: {
      ...newAsset(site?.organisationId ?? organisation, site?.id ?? null),
      ...Object.fromEntries(fields.map(({ name }) => [name, ''])),
    },
    check: (values) => ({ ...checkAsset(t)(values), ...faultsOfNew(values, fields, any) }),
    submit: async (values) => {
      const asset = await keep(ownValues(values, fields))
      created.current = asset
      for (const field of fields) {
        const typed = typedIn(values, field)
        if (typed) await field.send(asset.id, typed)
      }
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
      done={() => go(`/assets/${created.current?.id}`, { replace: true })}
    >
      <AssetForm
        form={form as unknown as Form<AssetValues>}
        isNew
        site={site && { value: site.id, label: site.pathName }}
        more={<NewFields form={form} fields={fields} />}
      />
    </FormPage>
  )
}
