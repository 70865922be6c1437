import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { FormDrawer, TextField, useForm } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { useCan } from '#web/session.ts'
import type { Organisation } from '../words.ts'

interface Props {
  /** Undefined: a new one. */
  organisation: Organisation | undefined
  close: () => void
}

const valuesOf = ({ name, notes }: Organisation) => ({ name, notes })
const reads = ['GET /organisations', 'GET /organisations/:id', 'GET /me'] as const

export function OrganisationForm({ organisation, close }: Props) {
  const { t } = useTranslation('identity')
  const mayName = useCan()('organisation.write', 'everything')
  const form = useForm({
    draft: `organisation:${organisation?.id ?? 'new'}`,
    initial: organisation ? valuesOf(organisation) : { name: '', notes: '' },
    version: organisation?.version,
    check: ({ name }) => ({ name: name.trim() ? undefined : t('field.nameMissing') }),
    async submit(values, ifMatch) {
      if (organisation) {
        const { id } = organisation
        await api('PATCH /organisations/:id', { id, ...values }, ifMatch === undefined ? {} : { ifMatch })
        await refetch(reads)
        return close()
      }
      const { id } = await api('POST /organisations', values)
      void refetch(reads)
      go(`/organisations/${id}`)
    },
    reload: organisation && (() => readAgain(organisation.id)),
  })
  return (
    <FormDrawer
      form={form}
      title={t(organisation ? 'organisation.edit' : 'organisations.create')}
      verb={t(organisation ? 'save' : 'organisation.createVerb')}
      onClose={close}
      done={() => undefined}
    >
      {mayName && (
        <TextField
          form={form}
          name="name"
          label={t('field.name')}
          help={t('organisation.nameHelp')}
          required
          autoFocus
        />
      )}
      <TextField form={form} name="notes" isLong label={t('field.notes')} />
    </FormDrawer>
  )
}

async function readAgain(id: string) {
  const now = await api('GET /organisations/:id', { id })
  return { values: valuesOf(now), version: now.version }
}
