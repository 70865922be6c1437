import { useTranslation } from 'react-i18next'
import { api } from '#web/api.ts'
import { FormDrawer, OrganisationField, TextField, useFirstOrganisation, useForm } from '#web/form.ts'
import type { CredentialRow } from '../words.ts'
import { CredentialFields } from './CredentialFields.tsx'
import {
  checkCredential,
  createCredential,
  inputOf,
  newCredential,
  secretFields,
  valuesOf,
  type CredentialValues,
} from './values.ts'

export function NewCredential({ close }: { close: () => void }) {
  const { t } = useTranslation('inventory')
  const form = useForm<CredentialValues>({
    draft: 'credential:new',
    initial: newCredential(useFirstOrganisation(), ''),
    secrets: secretFields,
    check: (values) => ({
      ...checkCredential(t, values),
      organisationId: values.organisationId ? undefined : t('organisationMissing'),
    }),
    submit: createCredential,
  })
  return (
    <FormDrawer form={form} title={t('credentials.create')} verb={t('create')} onClose={close}>
      <OrganisationField form={form} />
      <TextField
        form={form}
        name="name"
        label={t('credential.name')}
        help={t('credential.nameHelp')}
        required
        autoFocus
        maxLength={100}
      />
      <CredentialFields form={form} />
      <TextField form={form} name="port" label={t('credential.port')} isMono maxLength={5} />
    </FormDrawer>
  )
}

export function EditCredential({ credential, close }: { credential: CredentialRow; close: () => void }) {
  const { t } = useTranslation('inventory')
  const { id } = credential
  const form = useForm<CredentialValues>({
    draft: `credential:${id}`,
    initial: valuesOf(credential),
    version: credential.version,
    secrets: secretFields,
    check: (values) => checkCredential(t, values, credential),
    submit: (values, ifMatch) => {
      const { secret, ...rest } = inputOf(values)
      const said = Object.keys(secret).length > 0 ? { secret } : {}
      return api('PATCH /credentials/:id', { id, ...rest, ...said }, { ifMatch: ifMatch! })
    },
  })
  return (
    <FormDrawer form={form} title={t('credentials.edit')} verb={t('save')} onClose={close}>
      <TextField form={form} name="name" label={t('credential.name')} required maxLength={100} />
      <CredentialFields form={form} isKept={credential.settings.version === form.values.version} />
      <TextField form={form} name="port" label={t('credential.port')} isMono maxLength={5} />
    </FormDrawer>
  )
}
