import { sql } from 'kysely'
import { exportOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Credential, Id } from '../contract.ts'
import { query } from '../operations.ts'
import { credentialOf, credentialRows } from './row.ts'

export const listCredentials = query({
  name: 'credentials.list',
  route: 'GET /credentials',
  right: 'credential.read',
  summary: 'The credentials that devices are asked with, without their secrets',
  input: listInput(['position', 'name', 'updatedAt'], { organisationId: Id.optional() }),
  output: listOutput(Credential),
  run: (tx, input) => {
    let rows = credentialRows(tx)
    if (input.q) rows = rows.where('c.name', 'ilike', `%${input.q}%`)
    if (input.organisationId) rows = rows.where('c.organisation_id', '=', input.organisationId)
    const sorts = { position: sql`c.position`, name: sql`c.name`, updatedAt: sql`c.updated_at` }
    return listPage(rows, input, sorts, credentialOf, sql`c.id`)
  },
})

/** Never their secrets: the list does not hold them. */
export const exportCredentials = exportOf(listCredentials, {
  route: 'GET /credentials/export',
  columns: [
    { name: 'name', heading: 'inventory:credential.name' },
    { name: 'version', heading: 'inventory:credential.version', value: ({ settings }) => settings.version },
    { name: 'port', heading: 'inventory:credential.port', value: ({ settings }) => settings.port },
    { name: 'assets', heading: 'inventory:credential.assets' },
    { name: 'position', heading: 'inventory:credential.position' },
    { name: 'updatedAt', heading: 'inventory:updatedAt' },
  ],
})
