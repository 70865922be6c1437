import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, refetch, useApi } from '#web/api.ts'
import { now } from '#web/clock.ts'
import { FormDrawer, MultiField, SelectField, SwitchField, TextField, useForm } from '#web/form.ts'
import { useCan, type Me } from '#web/session.ts'
import { SecretDialog } from '../SecretDialog.tsx'
import { useRightName } from '../words.ts'

const dayMs = 24 * 3_600_000
const lives = ['7', '30', '90', '365'] as const

interface Fields {
  name: string
  days: string | null
  /** Whatever its person may, now and later; asked for on its own, so that nobody grants it by leaving a field empty. */
  isWhole: boolean
  rights: string[]
  organisationIds: string[]
  /** Asked for again: a token outlives the session it was made in. */
  password: string
}

/** A token that may as little as it needs. */
export function NewToken({ me, close }: { me: Me; close: () => void }) {
  const { t } = useTranslation('identity')
  const [secret, setSecret] = useState<string>()
  const rights = useRightChoices(me)
  const form = useForm<Fields>({
    draft: 'token',
    initial: { name: '', days: '90', isWhole: false, rights: [], organisationIds: [], password: '' },
    secrets: ['password'],
    check: ({ name, password, isWhole, rights: chosen }) => ({
      name: name.trim() ? undefined : t('field.nameMissing'),
      rights: isWhole || chosen.length > 0 ? undefined : t('tokens.rightsMissing'),
      password: password ? undefined : t('signIn.passwordMissing'),
    }),
    async submit({ name, days, isWhole, rights: chosen, organisationIds, password }) {
      const made = await api('POST /me/tokens', {
        name,
        rights: isWhole ? null : chosen,
        organisationIds: organisationIds.length > 0 ? organisationIds : null,
        expiresAt: new Date(now() + Number(days) * dayMs).toISOString(),
        password,
      })
      setSecret(made.secret)
      void refetch(['GET /me/tokens'])
    },
  })
  if (secret)
    return (
      <SecretDialog
        title={t('tokens.made')}
        lead={t('tokens.madeLead')}
        secret={secret}
        copy={t('tokens.copy')}
        close={close}
      />
    )
  return (
    <FormDrawer
      form={form}
      title={t('tokens.create')}
      verb={t('tokens.createVerb')}
      onClose={close}
      done={() => undefined}
    >
      <TextField
        form={form}
        name="name"
        label={t('field.name')}
        help={t('tokens.nameHelp')}
        required
        autoFocus
      />
      <SelectField
        form={form}
        name="days"
        label={t('tokens.life')}
        help={t('tokens.lifeHelp')}
        choices={lives.map((value) => ({ value, label: t('tokens.days', { count: Number(value) }) }))}
      />
      <SwitchField form={form} name="isWhole" label={t('tokens.whole')} help={t('tokens.wholeHelp')} />
      {!form.values.isWhole && (
        <MultiField
          form={form}
          name="rights"
          label={t('field.rights')}
          help={t('tokens.rightsHelp')}
          choices={rights}
          required
        />
      )}
      {me.organisations.length > 1 && (
        <MultiField
          form={form}
          name="organisationIds"
          label={t('organisations.title')}
          help={t('tokens.organisationsHelp')}
          choices={me.organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        form={form}
        name="password"
        isSecret
        autoComplete="current-password"
        label={t('field.currentPassword')}
        required
      />
    </FormDrawer>
  )
}

/** One's own rights; by their names for who may read these. */
function useRightChoices(me: Me) {
  const nameOf = useRightName()
  const { data } = useApi('GET /rights', {}, { enabled: useCan()('person.read') })
  const lines = new Map(data?.items.map((line) => [line.right, nameOf(line)]))
  return me.rights.map((right) => ({ value: right, label: lines.get(right) ?? right }))
}
