import { z } from 'zod'
import { addPlace } from '#identity'
import { newId } from '#kernel/ids'
import { Id, Site, siteFields } from '../contract.ts'
import { command } from '../operations.ts'
import { checkCoordinates, siteColumns } from './columns.ts'
import { refuseDisorder } from './order.ts'
import { readSiteRow } from './row.ts'

/** What a new site must say; the rest has a value that means "not known". */
export const NewSite = z.strictObject({
  organisationId: Id,
  parentId: Id.nullable().default(null),
  kind: siteFields.kind.default('site'),
  name: siteFields.name,
  code: siteFields.code.default(''),
  street: siteFields.street.default(''),
  postalCode: siteFields.postalCode.default(''),
  city: siteFields.city.default(''),
  country: siteFields.country.default('FR'),
  latitude: siteFields.latitude.default(null),
  longitude: siteFields.longitude.default(null),
  level: siteFields.level.default(null),
  contacts: siteFields.contacts.default([]),
  notes: siteFields.notes.default(''),
})

export const createSite = command({
  name: 'sites.create',
  route: 'POST /sites',
  right: 'site.write',
  summary: 'Add a site',
  subject: { type: 'site', table: 'estate.sites', says: 'site' },
  status: 201,
  input: NewSite,
  output: Site,
  async run(tx, { organisationId, parentId, ...fields }, { say }) {
    checkCoordinates(fields)
    await refuseDisorder(tx, { kind: fields.kind, parentId }, 'parentId', say)
    const id = newId()
    await addPlace(tx, { id, organisationId, parentId })
    await tx
      .insertInto('estate.sites')
      .values({
        id,
        organisation_id: organisationId,
        ...siteColumns(fields),
        kind: fields.kind,
        name: fields.name,
      })
      .execute()
    return readSiteRow(tx, id)
  },
})
