import { z } from 'zod'
import type { Tx } from '#kernel/database'
import { Problem } from '#kernel/errors'
import { Id, Person } from '../contract.ts'
import { refuseStronger } from '../grants/held.ts'
import { dropLinks } from '../links/make.ts'
import { command } from '../operations.ts'
import { endSessions } from '../sessions/end.ts'
import type { IdentityTables } from '../tables.ts'
import { revokeTokensOf } from '../tokens/revoke.ts'
import { keepAnAdministrator } from './administrators.ts'
import { personById, personSubject } from './row.ts'

const about = { right: 'person.write', subject: { ...personSubject, id: 'id' } } as const
const input = z.strictObject({ id: Id })

export const disablePerson = command({
  name: 'people.disable',
  route: 'POST /people/:id/disable',
  ...about,
  summary: 'Close an account: its sessions end, its tokens are revoked, its links open nothing',
  input,
  output: Person,
  async run(tx, { id }, context) {
    if (id === context.person.id) throw new Problem('conflict', { reason: 'identity:problem.notYourself' })
    await refuseStronger(tx, id, context)
    const row = await setState(tx, id, 'disabled')
    await keepAnAdministrator(tx)
    await endSessions(tx, row, {}, context)
    await revokeTokensOf(tx, row, context)
    await dropLinks(tx, id)
    return personById(tx, id, context)
  },
})

export const enablePerson = command({
  name: 'people.enable',
  route: 'POST /people/:id/enable',
  ...about,
  summary: 'Open an account again',
  input,
  output: Person,
  async run(tx, { id }, context) {
    await refuseStronger(tx, id, context)
    const { password_hash: hash } = await tx
      .selectFrom('identity.people')
      .select('password_hash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    await setState(tx, id, hash === null ? 'invited' : 'active')
    return personById(tx, id, context)
  },
})

function setState(tx: Tx<IdentityTables>, id: string, state: 'invited' | 'active' | 'disabled') {
  return tx
    .updateTable('identity.people')
    .set({ state })
    .where('id', '=', id)
    .returning(['id', 'organisation_id'])
    .executeTakeFirstOrThrow()
}
