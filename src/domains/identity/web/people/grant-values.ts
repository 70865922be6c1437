import type { TFunction } from 'i18next'
import { api } from '#web/api.ts'

export const reaches = ['everything', 'organisation', 'site'] as const
export type Reach = (typeof reaches)[number]

/** A role and over what, as a form holds it. */
export interface GrantValues {
  roleId: string | null
  reach: string | null
  overOrganisationId: string | null
  siteId: string | null
}

export function emptyGrant(isEverywhere: boolean, organisationId: string | null): GrantValues {
  return {
    roleId: null,
    reach: isEverywhere ? 'everything' : 'organisation',
    overOrganisationId: organisationId,
    siteId: null,
  }
}

export function grantFault(values: GrantValues, t: TFunction<'identity'>) {
  return {
    roleId: values.roleId ? undefined : t('grant.roleMissing'),
    overOrganisationId:
      values.reach === 'organisation' && !values.overOrganisationId
        ? t('grant.organisationMissing')
        : undefined,
    siteId: values.reach === 'site' && !values.siteId ? t('grant.siteMissing') : undefined,
  }
}

/** As the API takes it; the organisation of a site is the site's own. */
export async function grantOf({ roleId, reach, overOrganisationId, siteId }: GrantValues) {
  const role = { roleId: roleId ?? '' }
  if (reach === 'site' && siteId) {
    const { organisationId } = await api('GET /sites/:id', { id: siteId })
    return { ...role, organisationId, placeId: siteId }
  }
  return { ...role, organisationId: reach === 'organisation' ? overOrganisationId : null, placeId: null }
}
