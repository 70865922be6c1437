import { useTranslation } from 'react-i18next'
import { api, useApi } from '#web/api.ts'
import { EntityField, SelectField, type Form } from '#web/form.ts'
import { Attention } from '#web/detail/Attention.tsx'
import { useCan, useMe } from '#web/session.ts'
import { reaches, type GrantValues } from './grant-values.ts'

interface Props<V extends GrantValues> {
  form: Form<V>
  /** Of the person who is to hold the role; null for the people of the house. */
  organisationId: string | null
}

/** Which role, and over what. */
export function GrantFields<V extends GrantValues>({ form, organisationId }: Props<V>) {
  const { t } = useTranslation('identity')
  const { data: roles } = useApi('GET /roles', {})
  const me = useMe()
  const can = useCan()
  // Every form that has these values takes these fields.
  const own = form as unknown as Form<GrantValues>
  const possible = reaches.filter(
    (reach) => (reach !== 'everything' || me?.isEverywhere) && (reach !== 'site' || can('site.read')),
  )
  return (
    <>
      <SelectField
        form={own}
        name="roleId"
        label={t('field.role')}
        help={t('grant.roleHelp')}
        choices={(roles?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        isClearable
      />
      {own.values.roleId && (
        <SelectField
          form={own}
          name="reach"
          label={t('grant.over')}
          choices={possible.map((value) => ({ value, label: t(`grant.reach.${value}`) }))}
        />
      )}
      {own.values.roleId && own.values.reach === 'everything' && organisationId && (
        <div role="status">
          <Attention state="warning">
            {t('grant.everythingOutside', {
              organisation: me?.organisations.find(({ id }) => id === organisationId)?.name ?? '',
            })}
          </Attention>
        </div>
      )}
      {own.values.roleId && own.values.reach === 'organisation' && (
        <SelectField
          form={own}
          name="overOrganisationId"
          label={t('field.organisation')}
          choices={(me?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {own.values.roleId && own.values.reach === 'site' && (
        <EntityField
          form={own}
          name="siteId"
          label={t('grant.site')}
          help={t('grant.siteHelp')}
          find={findSites}
        />
      )}
    </>
  )
}

async function findSites(q: string) {
  const { items } = await api('GET /sites', { q, limit: 20, sort: 'pathName' })
  return items.map(({ id, pathName }) => ({ value: id, label: pathName }))
}
