import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, refetch, type Output } from '#web/api.ts'
import { Attention } from '#web/detail/Attention.tsx'
import { FormDrawer, SelectField, TextField, useForm } from '#web/form.ts'
import { go } from '#web/navigate.ts'
import { useMe } from '#web/session.ts'
import { GrantFields } from './GrantFields.tsx'
import { emptyGrant, grantFault, grantFollows, grantOf, type GrantValues } from './grant-values.ts'
import { LinkDialog } from './LinkDialog.tsx'

interface Values extends GrantValues {
  name: string
  email: string
  organisationId: string | null
  language: string
}

interface Props {
  /** Whose, where the page says it. */
  organisationId?: string
  close: () => void
}

/** Who, and what he may do: the rest he says himself when he comes. */
export function InvitePerson({ organisationId: given, close }: Props) {
  const { t, i18n } = useTranslation('identity')
  const me = useMe()
  const [made, setMade] = useState<Output<'POST /people'>>()
  const own = given ?? (me?.isEverywhere ? null : (me?.organisations[0]?.id ?? null))
  const form = useForm<Values>({
    draft: given ? `person:new:${given}` : 'person:new',
    initial: {
      name: '',
      email: '',
      organisationId: own,
      language: i18n.language,
      ...emptyGrant(me?.isEverywhere ?? false, own),
    },
    check: (values) => ({
      name: values.name.trim() ? undefined : t('field.nameMissing'),
      email: /^\S+@\S+$/.test(values.email.trim()) ? undefined : t('field.emailWrong'),
      ...(values.roleId ? grantFault(values, t) : {}),
    }),
    async submit({ name, email, organisationId, language, ...grant }) {
      const person = await api('POST /people', {
        name,
        email: email.trim(),
        organisationId,
        language: language === 'en' ? 'en' : 'fr',
        grants: grant.roleId ? [await grantOf(grant)] : [],
      })
      setMade(person)
      void refetch(['GET /people'])
    },
  })
  if (made)
    return (
      <LinkDialog
        name={made.name}
        link={made.invitation}
        close={() => {
          close()
          go(`/people/${made.id}`)
        }}
      />
    )
  return (
    <FormDrawer
      form={form}
      title={t('people.invite')}
      verb={t('people.inviteVerb')}
      onClose={close}
      done={() => undefined}
    >
      <TextField form={form} name="name" label={t('field.name')} required autoFocus />
      <TextField
        form={form}
        name="email"
        type="email"
        label={t('field.email')}
        help={t('person.emailHelp')}
        required
      />
      <OrganisationField form={form} />
      <SelectField
        form={form}
        name="language"
        label={t('field.language')}
        help={t('person.languageHelp')}
        choices={languages}
      />
      <GrantFields form={form} organisationId={form.values.organisationId} />
      {!form.values.roleId && (
        <div role="status">
          <Attention state="warning">{t('grant.noRole')}</Attention>
        </div>
      )}
    </FormDrawer>
  )
}

const languages = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
]

function OrganisationField({ form }: { form: ReturnType<typeof useForm<Values>> }) {
  const { t } = useTranslation('identity')
  const me = useMe()
  return (
    <SelectField
      form={form}
      name="organisationId"
      label={t('field.organisation')}
      help={t('person.organisationHelp')}
      placeholder={t('people.ofHouse')}
      isClearable={me?.isEverywhere ?? false}
      chosen={(organisationId) => {
        const next = grantFollows(form.values, organisationId, me?.isEverywhere ?? false)
        if (!next) return
        form.set('reach', next.reach)
        form.set('overOrganisationId', next.overOrganisationId)
      }}
      choices={(me?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
