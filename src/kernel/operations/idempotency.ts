import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { now } from '../clock.ts'
import type { Tx } from '../database.ts'
import { Problem } from '../errors.ts'
import type { Call } from './types.ts'

const mostKey = 200

type Keyed = { name: string; secret?: boolean }

/**
 * The answer given before to the same Idempotency-Key of the same person. The row is inserted first, so that two
 * requests at once wait for each other; another request under the same key is a conflict.
 */
export async function answerBefore<T>(
  tx: Tx<T>,
  definition: Keyed,
  call: Call,
): Promise<{ answer: unknown } | undefined> {
  const key = keyOf(definition, call)
  if (!key) return undefined
  const request = fingerprint(call)
  const inserted = await sql`
    insert into kernel.idempotency (actor_id, key, operation, request, created_at)
    values (${key.actorId}, ${key.key}, ${definition.name}, ${request}, ${now()}) on conflict do nothing returning key`.execute(
    tx,
  )
  if (inserted.rows.length > 0) return undefined
  const { rows } = await sql<{ operation: string; request: Buffer; answer: unknown }>`
    select operation, request, answer from kernel.idempotency
    where actor_id = ${key.actorId} and key = ${key.key}`.execute(tx)
  const before = rows[0]
  if (!before || before.operation !== definition.name || !before.request.equals(request))
    throw new Problem('conflict', { reason: 'kernel:problem.keyUsedOtherwise' })
  return { answer: before.answer }
}

export async function keepAnswer<T>(
  tx: Tx<T>,
  definition: Keyed,
  call: Call,
  answer: unknown,
): Promise<void> {
  const key = keyOf(definition, call)
  if (!key) return
  await sql`update kernel.idempotency set answer = ${JSON.stringify(answer ?? null)}::jsonb
    where actor_id = ${key.actorId} and key = ${key.key}`.execute(tx)
}

/** Answers that hold a secret (a new token, shown once) are never kept. */
function keyOf(definition: Keyed, call: Call): { actorId: string; key: string } | undefined {
  if (!call.idempotencyKey || definition.secret || call.actor.kind !== 'person') return undefined
  // Cut, two keys would be one: the second write would be answered as if it had been the first.
  if (call.idempotencyKey.length > mostKey)
    throw new Problem('malformed-request', { reason: 'kernel:problem.keyTooLong', params: { most: mostKey } })
  return { actorId: call.actor.id, key: call.idempotencyKey }
}

function fingerprint({ input, body }: Call): Buffer {
  const hash = createHash('sha256').update(JSON.stringify(input))
  return (body ? hash.update(body) : hash).digest()
}
