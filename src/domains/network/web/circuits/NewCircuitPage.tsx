import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, useApi, type Output } from '#web/api.ts'
import { toast } from '#web/components/toast.ts'
import { FormPage, useFirstOrganisation, useForm } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { text, useSearch } from '#web/search.ts'
import { CircuitForm } from './CircuitForm.tsx'
import { checkCircuit, inputOf, newCircuit } from './values.ts'

const schema = { siteId: text() }

export default function NewCircuitPage() {
  const [{ siteId }] = useSearch(schema)
  const site = useApi('GET /sites/:id', { id: siteId }, { enabled: siteId !== '' })
  // The form begins with what its site says, so it waits for it.
  if (siteId !== '' && site.isPending) return null
  return <NewCircuit site={site.data} />
}

function NewCircuit({ site }: { site: Output<'GET /sites/:id'> | undefined }) {
  const { t } = useTranslation('network')
  const organisation = useFirstOrganisation()
  const created = useRef('')
  const form = useForm({
    draft: `circuit:new:${site?.id ?? ''}`,
    initial: newCircuit(site?.organisationId ?? organisation, site?.id ?? null),
    check: checkCircuit(t),
    submit: async (values) => {
      const circuit = await api('POST /circuits', {
        ...inputOf(values),
        organisationId: values.organisationId!,
      })
      created.current = circuit.id
      toast({ message: t('created', { name: circuit.name }) })
    },
  })
  return (
    <FormPage
      form={form}
      title={t('circuits.create')}
      crumbs={[{ label: t('circuits.title'), href: '/circuits' }]}
      verb={t('create')}
      cancel={site ? `/sites/${site.id}?tab=circuits` : '/circuits'}
      done={() => go(`/circuits/${created.current}`, { replace: true })}
    >
      <CircuitForm form={form} isNew site={site && { value: site.id, label: site.pathName }} />
    </FormPage>
  )
}
