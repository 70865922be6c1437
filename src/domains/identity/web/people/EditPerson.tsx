import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { FormDrawer, SelectField, TextField, useForm } from '#web/form.ts'
import { useMe } from '#web/session.ts'
import type { Person } from '../words.ts'

const valuesOf = ({ name, email, phone, organisationId }: Person) => ({ name, email, phone, organisationId })

export function EditPerson({ person, close }: { person: Person; close: () => void }) {
  const { t } = useTranslation('identity')
  const me = useMe()
  const { id } = person
  const form = useForm({
    draft: `person:${id}`,
    initial: valuesOf(person),
    version: person.version,
    check: ({ name, email }) => ({
      name: name.trim() ? undefined : t('field.nameMissing'),
      email: /^\S+@\S+$/.test(email.trim()) ? undefined : t('field.emailWrong'),
    }),
    async submit(values, ifMatch) {
      const change = { ...values, email: values.email.trim() }
      await api('PATCH /people/:id', { id, ...change }, ifMatch === undefined ? {} : { ifMatch })
      void refetch(['GET /people/:id', 'GET /people'])
    },
    async reload() {
      const now = await api('GET /people/:id', { id })
      return { values: valuesOf(now), version: now.version }
    },
  })
  return (
    <FormDrawer form={form} title={t('person.edit')} verb={t('save')} onClose={close}>
      <TextField form={form} name="name" label={t('field.name')} required autoFocus />
      {me?.id !== id && <TextField form={form} name="email" type="email" label={t('field.email')} required />}
      <TextField form={form} name="phone" type="tel" label={t('field.phone')} />
      <SelectField
        form={form}
        name="organisationId"
        label={t('field.organisation')}
        help={t('person.organisationHelp')}
        placeholder={t('people.ofHouse')}
        isClearable={me?.isEverywhere ?? false}
        choices={(me?.organisations ?? []).map((each) => ({ value: each.id, label: each.name }))}
      />
    </FormDrawer>
  )
}
