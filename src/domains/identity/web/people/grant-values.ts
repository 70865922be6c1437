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

/**
 * A grant as a form begins with it, for somebody of an organisation or, with null, of the house.
 * @param isEverywhere whether the one who gives may give over everything.
 */
export function emptyGrant(isEverywhere: boolean, organisationId: string | null): GrantValues {
  return { roleId: null, ...proposedReach(isEverywhere, organisationId), siteId: null }
}

/** Somebody of an organisation holds a role over that one; only people of the house over everything. */
const proposedReach = (isEverywhere: boolean, organisationId: string | null) => ({
  reach: isEverywhere && organisationId === null ? 'everything' : 'organisation',
  overOrganisationId: organisationId,
})

/**
 * The same grant for somebody of another organisation: its reach follows the organisation as long as nobody has chosen
 * another one.
 */
export function grantFollows<V extends GrantValues & { organisationId: string | null }>(
  values: V,
  organisationId: string | null,
  isEverywhere: boolean,
): Pick<GrantValues, 'reach' | 'overOrganisationId'> | undefined {
  const proposed = proposedReach(isEverywhere, values.organisationId)
  const isTouched =
    values.reach !== proposed.reach || values.overOrganisationId !== proposed.overOrganisationId
  return isTouched ? undefined : proposedReach(isEverywhere, organisationId)
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
