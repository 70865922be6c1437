import { api } from '#web/api.ts'
import type { Choice } from '#web/form.ts'

const most = 20

/** Sites that fit what is typed, by their whole path; of one organisation where it is known. */
export async function findSites(q: string, organisationId?: string | null): Promise<Choice[]> {
  const { items } = await api('GET /sites', {
    ...(q ? { q } : {}),
    ...(organisationId ? { organisationId } : {}),
    sort: 'pathName',
    limit: most,
  })
  return items.map(({ id, pathName, organisationId: owner }) => ({
    value: id,
    label: pathName,
    organisationId: owner,
  }))
}

/** The paths of sites whose ids stand in the address. */
export async function nameSites(ids: readonly string[]): Promise<Choice[]> {
  const sites = await Promise.all(ids.map((id) => api('GET /sites/:id', { id })))
  return sites.map(({ id, pathName }) => ({ value: id, label: pathName }))
}

/** People who may answer for something of an organisation. */
export async function findResponsibles(q: string, organisationId: string | null): Promise<Choice[]> {
  if (!organisationId) return []
  const { items } = await api('GET /responsibles', { organisationId, ...(q ? { q } : {}) })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

/** Words in use for a field of the assets; the most used first. */
export async function findWords(
  field: 'vendor' | 'model' | 'tag' | 'responsible',
  q: string,
): Promise<Choice[]> {
  const { items } = await api('GET /assets/words', { field, ...(q ? { q } : {}) })
  return items.map(({ value, label }) => ({ value, label }))
}
