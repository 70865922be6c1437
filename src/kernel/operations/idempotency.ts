import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { now } from '../clock.ts'
import type { Tx } from '../database.ts'
import { Problem } from '../errors.ts'
import type { Call, Operation, Requirement } from './types.ts'

/** Characters of a key at most. */
export const mostKey = 200

export type Keyed = { name: string; right: Requirement; secret?: boolean }

/**
 * What a repeated Idempotency-Key gets: the first answer, or (where the request or its answer holds a secret, which are never kept)
 * a conflict. Nothing where nobody is signed in, whose key it would be.
 */
export function onRepeat({ right, secret }: Keyed): Operation['onRepeat'] {
  if (right === 'public') return undefined
  return secret ? 'conflict' : 'same-answer'
}

/**
 * The answer given before to the same Idempotency-Key of the same person. The row is inserted first, so that two
 * requests at once wait for each other. @throws Problem `conflict` where the key served another request, where its answer
 * is not there yet (an action still at work), and where it was not kept.
 */
export async function answerBefore<T>(
  tx: Tx<T>,
  definition: Keyed,
  call: Call,
): Promise<{ answer: unknown } | undefined> {
  const key = keyOf(definition, call)
  if (!key) return undefined
  const request = fingerprint(definition, call)
  const inserted = await sql`
    insert into kernel.idempotency (actor_id, key, operation, request, created_at)
    values (${key.actorId}, ${key.key}, ${definition.name}, ${request}, ${now()}) on conflict do nothing returning key`.execute(
    tx,
  )
  if (inserted.rows.length > 0) return undefined
  const { rows } = await sql<{ operation: string; request: Buffer; answer: unknown; is_at_work: boolean }>`
    select operation, request, answer, answer is null as is_at_work from kernel.idempotency
    where actor_id = ${key.actorId} and key = ${key.key}`.execute(tx)
  const before = rows[0]
  if (!before || before.operation !== definition.name || !before.request.equals(request))
    throw new Problem('conflict', { reason: 'kernel:problem.keyUsedOtherwise' })
  if (before.is_at_work) throw new Problem('conflict', { reason: 'kernel:problem.keyAtWork' })
  if (definition.secret) throw new Problem('conflict', { reason: 'kernel:problem.keyAnswerNotKept' })
  return { answer: before.answer }
}

/** Keeps the answer for who repeats the request; of one that may hold a secret, only that it was given. */
export async function keepAnswer<T>(
  tx: Tx<T>,
  definition: Keyed,
  call: Call,
  answer: unknown,
): Promise<void> {
  const key = keyOf(definition, call)
  if (!key) return
  const kept = definition.secret ? null : (answer ?? null)
  await sql`update kernel.idempotency set answer = ${JSON.stringify(kept)}::jsonb
    where actor_id = ${key.actorId} and key = ${key.key}`.execute(tx)
}

/** Gives the key of an action that was refused back: the same request may be sent again, as after a refused command. */
export async function giveKeyBack<T>(tx: Tx<T>, definition: Keyed, call: Call): Promise<void> {
  const key = keyOf(definition, call)
  if (!key) return
  await sql`delete from kernel.idempotency where actor_id = ${key.actorId} and key = ${key.key}`.execute(tx)
}

function keyOf(definition: Keyed, call: Call): { actorId: string; key: string } | undefined {
  if (!call.idempotencyKey || !onRepeat(definition) || call.actor.kind !== 'person') return undefined
  // Cut, two keys would be one: the second write would be answered as if it had been the first.
  if (call.idempotencyKey.length > mostKey)
    throw new Problem('malformed-request', { reason: 'kernel:problem.keyTooLong', params: { most: mostKey } })
  return { actorId: call.actor.id, key: call.idempotencyKey }
}

/**
 * The request, and by what right it was made: an answer that was kept is not for a right that was taken since, nor for a
 * token that may do less. Nothing of a request with a secret: from a plain hash a password could be guessed.
 */
function fingerprint({ secret }: Keyed, { input, body, ifMatch, actor, access }: Call): Buffer {
  if (secret) return Buffer.alloc(0)
  const { everything, organisations } = access
  const standing = actor.kind === 'person' ? [actor.grants(), actor.isLimited && actor.by] : []
  const hash = createHash('sha256').update(
    JSON.stringify([input, ifMatch ?? null, everything, organisations, standing]),
  )
  return (body ? hash.update(body) : hash).digest()
}
