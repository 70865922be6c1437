import { isIP } from 'node:net'
import { z } from 'zod'
import { assetsByIds } from '#estate'
import { hourly } from '#identity'
import { monotonicMs } from '#kernel/clock'
import type { Tx } from '#kernel/database'
import { invalidField, required } from '#kernel/errors'
import type { WriteContext } from '#kernel/operations'
import { assetsByAddress } from '#network'
import { createSnmpEngine, readableLine, SnmpError, type SnmpErrorCode } from '#protocols/snmp/index'
import { CredentialTry, Id } from '../contract.ts'
import { scalars } from '../identify/oids.ts'
import { action } from '../operations.ts'
import { snmpCredential } from '../reader/credential.ts'
import type { InventoryTables } from '../tables.ts'
import { confirmAccess } from './access.ts'
import type { OpenCredential } from './door.ts'
import { refuseUnmeantAddress } from './reach.ts'
import { openSecret } from './secret.ts'

/** Devices are found by discoveries, which keep a pace and are there to see; a try is for one device, not for going through a network. */
const tries = hourly('credential-tries', 60)

interface Tried extends OpenCredential {
  organisationId: string
  address: string
}

interface Answer {
  name: string
  description: string
  roundTripMs: number
}

export const tryCredential = action({
  name: 'credentials.try',
  route: 'POST /credentials/:id/try',
  right: 'discovery.run',
  summary: 'Ask one device with a credential, and say whether it answers',
  subject: { type: 'credential', table: 'inventory.credentials', id: 'id' },
  input: z.strictObject({
    id: Id,
    address: z.string().trim().max(60),
    /** Needed for an address outside private space that no asset has: it may be other people's. */
    confirmedOutside: z.boolean().default(false),
  }),
  output: CredentialTry,
  async begin(tx, { id, address, confirmedOutside }, context): Promise<Tried> {
    if (isIP(address) === 0) throw invalidField('address', 'inventory:problem.address')
    const row = required(
      await tx.selectFrom('inventory.credentials').selectAll().where('id', '=', id).executeTakeFirst(),
    )
    const organisationId = row.organisation_id
    // Whichever organisation the screen shows.
    const isOfHouse = context.person.access('discovery.run').everything
    await refuseUnmeantAddress(tx, address, { organisationId, confirmedOutside, isOfHouse })
    await tries.refuseMore(tx, context.person.id)
    await tries.count(tx, context.person.id)
    context.about({ detail: { address } })
    const { settings, version } = row
    return { id, version, settings, secret: openSecret(id, row.secret_sealed), organisationId, address }
  },
  work: (credential) => ask(credential),
  async finish(tx, state, outcome, context) {
    if (outcome.ok) {
      await confirmHolder(tx, context, state)
      return { answers: true, reason: null, ...outcome.value }
    }
    if (!(outcome.error instanceof SnmpError)) throw outcome.error
    const reason: SnmpErrorCode = outcome.error.code
    return { answers: false, reason, name: '', description: '', roundTripMs: null }
  },
})

/** The asset of that address may be asked there with this credential from now on, where it is the asset's own. */
async function confirmHolder(
  tx: Tx<InventoryTables>,
  context: WriteContext,
  { id, organisationId, address }: Tried,
): Promise<void> {
  const assetId = (await assetsByAddress(tx, organisationId, [address])).get(address)
  const asset = assetId && (await assetsByIds(tx, [assetId])).get(assetId)
  if (asset) await confirmAccess(tx, context, asset, id, address)
}

async function ask(credential: Tried): Promise<Answer> {
  const engine = createSnmpEngine()
  try {
    const { address } = credential
    const { port } = credential.settings
    const session = engine.session({ address, port, credential: snmpCredential(credential) })
    const began = monotonicMs()
    const answer = await session.get([scalars.sysName, scalars.sysDescr])
    const text = (oid: string) => {
      const value = answer.get(oid)
      return value?.type === 'octets' ? readableLine(value.value, 500) : ''
    }
    const roundTripMs = Math.round((monotonicMs() - began) * 10) / 10
    return { name: text(scalars.sysName), description: text(scalars.sysDescr), roundTripMs }
  } finally {
    engine.close()
  }
}
