import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { DetailWaiting } from '#web/detail.ts'
import { FormPage, useForm } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import { crumbsOf } from '../crumbs.ts'
import type { SiteFull } from '../words.ts'
import { SiteForm } from './SiteForm.tsx'
import { checkSite, inputOf, valuesOf } from './values.ts'

export default function EditSitePage() {
  const { id } = useParams()
  const query = useApi('GET /sites/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <EditSite site={query.data} />
}

function EditSite({ site }: { site: SiteFull }) {
  const { t } = useTranslation('estate')
  const form = useForm({
    draft: `site:${site.id}`,
    initial: valuesOf(site),
    version: site.version,
    check: checkSite(t),
    submit: (values, ifMatch) =>
      api('PATCH /sites/:id', { id: site.id, ...inputOf(values) }, { ifMatch: ifMatch! }),
    reload: async () => {
      const now = await api('GET /sites/:id', { id: site.id })
      return { values: valuesOf(now), version: now.version }
    },
  })
  const above = site.trail.at(-2)
  return (
    <FormPage
      form={form}
      title={t('editTitle', { name: site.name })}
      crumbs={crumbsOf(t('sites.title'), '/sites', site.trail)}
      verb={t('save')}
      cancel={`/sites/${site.id}`}
      done={() => go(`/sites/${site.id}`, { replace: true })}
    >
      <SiteForm
        form={form}
        parent={
          above && {
            value: above.id,
            label: site.trail
              .slice(0, -1)
              .map(({ name }) => name)
              .join(' › '),
          }
        }
      />
    </FormPage>
  )
}
