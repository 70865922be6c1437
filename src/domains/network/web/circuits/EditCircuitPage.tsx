import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { DetailWaiting } from '#web/detail.ts'
import { FormPage, useForm, type Choice } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { useParams } from '#web/params.ts'
import type { CircuitFull } from '../words.ts'
import { CircuitForm } from './CircuitForm.tsx'
import { checkCircuit, inputOf, valuesOf } from './values.ts'

export default function EditCircuitPage() {
  const { id } = useParams()
  const query = useApi('GET /circuits/:id', { id })
  if (!query.data) return <DetailWaiting query={query} />
  return <EditCircuit circuit={query.data} />
}

function EditCircuit({ circuit }: { circuit: CircuitFull }) {
  const { t } = useTranslation('network')
  const { id, name } = circuit
  const form = useForm({
    draft: `circuit:${id}`,
    initial: valuesOf(circuit),
    version: circuit.version,
    check: checkCircuit(t),
    submit: (values, ifMatch) =>
      api('PATCH /circuits/:id', { id, ...inputOf(values) }, { ifMatch: ifMatch! }),
    reload: async () => {
      const now = await api('GET /circuits/:id', { id })
      return { values: valuesOf(now), version: now.version }
    },
  })
  return (
    <FormPage
      form={form}
      title={t('editTitle', { name })}
      crumbs={[
        { label: t('circuits.title'), href: '/circuits' },
        { label: name, href: `/circuits/${id}` },
      ]}
      verb={t('save')}
      cancel={`/circuits/${id}`}
      done={() => go(`/circuits/${id}`, { replace: true })}
    >
      <CircuitForm
        form={form}
        site={choiceOf(circuit.siteId, circuit.siteName)}
        farSite={choiceOf(circuit.farSiteId, circuit.farSiteName)}
        asset={choiceOf(circuit.assetId, circuit.assetName)}
        port={choiceOf(circuit.interfaceId, circuit.interfaceName)}
      />
    </FormPage>
  )
}

const choiceOf = (id: string | null, name: string | null): Choice | undefined =>
  id === null ? undefined : { value: id, label: name ?? id }
