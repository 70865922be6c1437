import { sql } from 'kysely'
import { z } from 'zod'
import { invalidField, required } from '#kernel/errors'
import { newId } from '#kernel/ids'
import { Line } from '#kernel/line'
import { Credential, Id, SnmpSettings } from '../contract.ts'
import { command } from '../operations.ts'
import { credentialById } from './row.ts'
import { openSecret, sealSecret, SnmpSecret } from './secret.ts'

const subject = { type: 'credential', table: 'inventory.credentials', says: 'credential' } as const
const Name = Line.min(1).max(100)

export const createCredential = command({
  name: 'credentials.create',
  route: 'POST /credentials',
  right: 'credential.write',
  summary: 'Add a credential; discovery tries it after those that are there',
  subject,
  secret: true,
  status: 201,
  input: z.strictObject({ organisationId: Id, name: Name, settings: SnmpSettings, secret: SnmpSecret }),
  output: Credential,
  async run(tx, { organisationId, name, settings, secret }) {
    checkSecret(settings, secret)
    const id = newId()
    const last = await tx
      .selectFrom('inventory.credentials')
      .select(sql<number>`coalesce(max(position), 0)`.as('position'))
      .where('organisation_id', '=', organisationId)
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('inventory.credentials')
      .values({
        id,
        organisation_id: organisationId,
        name,
        protocol: 'snmp',
        settings: JSON.stringify(settings),
        secret_sealed: sealSecret(id, secret),
        position: last.position + 1,
      })
      .execute()
    return credentialById(tx, id)
  },
})

export const updateCredential = command({
  name: 'credentials.update',
  route: 'PATCH /credentials/:id',
  right: 'credential.write',
  summary: 'Change a credential; a secret that is not said stays',
  subject: { ...subject, id: 'id' },
  secret: true,
  input: z
    .strictObject({
      id: Id,
      name: Name,
      settings: SnmpSettings,
      secret: SnmpSecret,
      position: z.number().int(),
    })
    .partial({ name: true, settings: true, secret: true, position: true }),
  output: Credential,
  async run(tx, { id, name, settings, secret, position }) {
    const before = required(
      await tx.selectFrom('inventory.credentials').selectAll().where('id', '=', id).executeTakeFirst(),
    )
    const merged = { ...openSecret(id, before.secret_sealed), ...secret }
    checkSecret(settings ?? before.settings, merged)
    await tx
      .updateTable('inventory.credentials')
      .set({
        ...(name === undefined ? {} : { name }),
        ...(position === undefined ? {} : { position }),
        ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
        ...(secret === undefined ? {} : { secret_sealed: sealSecret(id, merged) }),
        id,
      })
      .where('id', '=', id)
      .execute()
    return credentialById(tx, id)
  },
})

export const deleteCredential = command({
  name: 'credentials.delete',
  route: 'DELETE /credentials/:id',
  right: 'credential.write',
  summary: 'Remove a credential; what was asked with it is no longer asked',
  subject: { ...subject, id: 'id' },
  input: z.strictObject({ id: Id }),
  output: z.void(),
  async run(tx, { id }) {
    await tx.deleteFrom('inventory.credentials').where('id', '=', id).execute()
  },
})

/** Each version needs its own secret: a community, or the keys of the user's security level (RFC 3414, 8 characters). */
function checkSecret(settings: SnmpSettings, secret: SnmpSecret): void {
  if (settings.version !== '3') {
    if (!secret.community) throw invalidField('secret.community', 'inventory:problem.communityMissing')
    return
  }
  if (settings.level !== 'noAuthNoPriv' && !secret.authKey)
    throw invalidField('secret.authKey', 'inventory:problem.authKeyMissing')
  if (settings.level === 'authPriv' && !secret.privKey)
    throw invalidField('secret.privKey', 'inventory:problem.privKeyMissing')
}
