import { api } from '#web/api.ts'
import type { Choice } from '#web/form.ts'

/** Sites that fit what is typed, by their whole path. */
export async function findSites(q: string, organisationId: string | null): Promise<Choice[]> {
  const { items } = await api('GET /sites', {
    ...(q ? { q } : {}),
    ...(organisationId ? { organisationId } : {}),
    sort: 'pathName',
    limit: 20,
  })
  return items.map(({ id, pathName, organisationId: owner }) => ({
    value: id,
    label: pathName,
    organisationId: owner,
  }))
}

/** The names of those sites, where one is typed that may be new. */
export async function siteNames(q: string, organisationId: string | null): Promise<string[]> {
  if (!organisationId) return []
  const { items } = await api('GET /sites', {
    ...(q ? { q } : {}),
    organisationId,
    sort: 'pathName',
    limit: 20,
  })
  return items.map(({ name }) => name)
}
