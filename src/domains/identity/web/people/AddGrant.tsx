import { useTranslation } from 'react-i18next'
import { api, refetch } from '#web/api.ts'
import { FormDrawer, useForm } from '#web/form.ts'
import { useMe } from '#web/session.ts'
import type { Person } from '../words.ts'
import { GrantFields } from './GrantFields.tsx'
import { emptyGrant, grantFault, grantOf, type GrantValues } from './grant-values.ts'

export function AddGrant({ person, close }: { person: Person; close: () => void }) {
  const { t } = useTranslation('identity')
  const me = useMe()
  const { id } = person
  const form = useForm<GrantValues>({
    draft: `grant:${id}`,
    initial: emptyGrant(
      me?.isEverywhere ?? false,
      person.organisationId ?? (me?.isEverywhere ? null : (me?.organisations[0]?.id ?? null)),
    ),
    check: (values) => grantFault(values, t),
    async submit(values) {
      await api('POST /people/:id/grants', { id, ...(await grantOf(values)) })
      void refetch(['GET /people/:id', 'GET /people', 'GET /roles'])
    },
  })
  return (
    <FormDrawer
      form={form}
      title={t('grant.addTo', { name: person.name })}
      verb={t('grant.add')}
      onClose={close}
    >
      <GrantFields form={form} organisationId={person.organisationId} />
    </FormDrawer>
  )
}
