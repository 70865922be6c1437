import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { FormPage, useFirstOrganisation, useForm } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { text, useSearch } from '#web/search.ts'
import { crumbsOf } from '../crumbs.ts'
import type { SiteFull } from '../words.ts'
import { SiteForm } from './SiteForm.tsx'
import { checkSite, inputOf, newSite } from './values.ts'

const schema = { parentId: text() }

export default function NewSitePage() {
  const [{ parentId }] = useSearch(schema)
  const parent = useApi('GET /sites/:id', { id: parentId }, { enabled: parentId !== '' })
  // The form begins with what its parent says, so it waits for it.
  if (parentId !== '' && parent.isPending) return null
  return <NewSite parent={parent.data} />
}

function NewSite({ parent }: { parent: SiteFull | undefined }) {
  const { t } = useTranslation('estate')
  const organisation = useFirstOrganisation()
  const created = useRef('')
  const form = useForm({
    draft: `site:new:${parent?.id ?? ''}`,
    initial: newSite(parent?.organisationId ?? organisation, parent?.id ?? null),
    check: checkSite(t),
    submit: async (values) => {
      const site = await api('POST /sites', { ...inputOf(values), organisationId: values.organisationId! })
      created.current = site.id
      toast({ message: t('created', { name: site.name }) })
    },
  })
  return (
    <FormPage
      form={form}
      title={t('sites.create')}
      crumbs={crumbsOf(t('sites.title'), '/sites', parent?.trail)}
      verb={t('create')}
      cancel={parent ? `/sites/${parent.id}` : '/sites'}
      done={() => go(`/sites/${created.current}`, { replace: true })}
    >
      <SiteForm form={form} isNew parent={parent && { value: parent.id, label: parent.pathName }} />
    </FormPage>
  )
}
