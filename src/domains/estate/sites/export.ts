import { exportOf } from '#kernel/operations'
import { contactsText } from './contacts.ts'
import { listSites } from './list.ts'

export const exportSites = exportOf(listSites, {
  route: 'GET /sites/export',
  columns: [
    { name: 'code', heading: 'estate:siteField.code' },
    { name: 'name', heading: 'estate:siteField.name' },
    { name: 'kind', heading: 'estate:siteField.kind', word: (kind) => `estate:siteKind.${kind}` },
    { name: 'parent', heading: 'estate:siteField.parent', value: (site) => aboveOf(site) },
    { name: 'street', heading: 'estate:siteField.street' },
    { name: 'postalCode', heading: 'estate:siteField.postalCode' },
    { name: 'city', heading: 'estate:siteField.city' },
    { name: 'country', heading: 'estate:siteField.country' },
    { name: 'latitude', heading: 'estate:siteField.latitude' },
    { name: 'longitude', heading: 'estate:siteField.longitude' },
    { name: 'level', heading: 'estate:siteField.level' },
    { name: 'contacts', heading: 'estate:siteField.contacts', value: (site) => contactsText(site.contacts) },
    { name: 'notes', heading: 'estate:siteField.notes' },
  ],
})

/** The path of the site above, which an import takes to find it again. */
function aboveOf(site: { pathName: string; name: string }): string {
  return site.pathName.slice(0, -site.name.length).replace(/ › $/, '')
}
