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

/** Assets that fit what is typed; of one organisation where it is known. */
export async function findAssets(q: string, organisationId?: string | null): Promise<Choice[]> {
  const { items } = await api('GET /assets', {
    ...(q ? { q } : {}),
    ...(organisationId ? { organisationId } : {}),
    limit: most,
  })
  return items.map(({ id, name, organisationId: owner }) => ({
    value: id,
    label: name,
    organisationId: owner,
  }))
}

/** The names of assets whose ids stand in the address. */
export async function nameAssets(ids: readonly string[]): Promise<Choice[]> {
  const assets = await Promise.all(ids.map((id) => api('GET /assets/:id', { id })))
  return assets.map(({ id, name }) => ({ value: id, label: name }))
}

/** Operators in use, those with the most circuits first. */
export async function findOperators(q: string): Promise<Choice[]> {
  const { items } = await api('GET /circuits/operators', q ? { q } : {})
  return items.map(({ value }) => ({ value, label: value }))
}

/** Circuits that fit what is typed. */
export async function findCircuits(q: string): Promise<Choice[]> {
  const { items } = await api('GET /circuits', { ...(q ? { q } : {}), limit: most })
  return items.map(({ id, name }) => ({ value: id, label: name }))
}

/** Values that are their own words. */
export const asTheyAre = (values: readonly string[]): Promise<Choice[]> =>
  Promise.resolve(values.map((value) => ({ value, label: value })))
