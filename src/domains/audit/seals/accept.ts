import type { Database } from '#kernel/database'
import { systemWrite, type Ground } from '#kernel/operations'
import type { AuditTables } from '../tables.ts'
import { readAnchor, writeAnchor, type Anchor } from './anchor.ts'
import { headOf } from './head.ts'
import { sealGround } from './key.ts'

/**
 * Where this machine has noted nothing yet and joins a journal that others began: notes the present end. Only for the
 * first start of a data folder; later, a missing note is a finding.
 */
export async function noteFirstHead(database: Database): Promise<void> {
  if ((await readAnchor(sealGround())) !== 'missing') return
  await writeAnchor(sealGround(), await database.system<AuditTables, Anchor>(headOf))
}

/**
 * For `vigie audit accept`: the present end of the journal is the one to go on from, whatever was noted before (an
 * older backup was put back, the note was lost). The journal says that it was done, and what had been noted.
 * @returns the position of that end.
 */
export async function acceptHead(ground: Ground): Promise<number> {
  const before = await readAnchor(sealGround())
  const head = await systemWrite<AuditTables, Anchor>(
    ground,
    { operation: 'journal.accept-end', actor: 'console' },
    async (tx, by) => {
      const { position, hash } = await headOf(tx)
      const noted = typeof before === 'string' ? before : before.position
      const detail = { noted, accepted: position }
      by.journal({
        subjectType: 'journal',
        subjectId: null,
        subjectName: null,
        organisationId: null,
        detail,
      })
      return { position, hash }
    },
  )
  await writeAnchor(sealGround(), head)
  return head.position
}
