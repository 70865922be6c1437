import { z } from 'zod'
import type { Tx } from '../database.ts'
import { gathering, rowOfMany } from './gathered.ts'
import { answerBefore, keepAnswer, onRepeat, type Keyed } from './idempotency.ts'
import { writeOnce } from './run-write.ts'
import { readSubjects } from './subject.ts'
import type { Call, CommandDefinition, Ground, Operation, Route } from './types.ts'

const mostRows = 2_000

/** The answer to a bulk command, one line for each row, in the order asked. */
const BulkAnswer = z.object({
  done: z.number().int(),
  rows: z.array(z.object({ id: z.string(), done: z.boolean(), code: z.string().optional() })),
})

/**
 * The same command over many rows: `POST /things/bulk` with `{ ids, change, mode }`. Mode `all` writes every row or
 * none; mode `each` writes what it can and answers for each row. Rows are changed whatever their version: the person
 * saw a list, not a row.
 */
export function bulkOf<T, R extends Route, B extends Route, C extends z.ZodType, O extends z.ZodType>(
  one: CommandDefinition<T, R, z.ZodType, O>,
  definition: { domain: string; name: string; route: B; summary: string; change: C },
) {
  const input = z.strictObject({
    ids: z.array(z.uuid()).min(1).max(mostRows),
    change: definition.change,
    mode: z.enum(['all', 'each']).default('all'),
  })
  const keyed: Keyed = { name: definition.name, right: one.right }
  const operation: Operation<B, typeof input, typeof BulkAnswer> = {
    kind: 'command',
    domain: definition.domain,
    name: definition.name,
    route: definition.route,
    right: one.right,
    over: one.over ?? 'something',
    summary: definition.summary,
    input,
    output: BulkAnswer,
    bodyLimit: 1 << 20,
    versioned: false,
    onRepeat: onRepeat(keyed),
    status: 200,
    produces: 'application/json',
    consumes: undefined,
    outsideApi: false,
    execute: (call, ground) =>
      ground.database.write<T, unknown>(call.access, async (tx) => {
        const repeated = await answerBefore(tx, keyed, call)
        if (repeated) return repeated.answer
        const answer = await overRows(tx, one, call, ground)
        await keepAnswer(tx, keyed, call, answer)
        return answer
      }),
  }
  return operation
}

async function overRows<T, R extends Route, O extends z.ZodType>(
  tx: Tx<T>,
  one: CommandDefinition<T, R, z.ZodType, O>,
  call: Call,
  ground: Ground,
): Promise<z.output<typeof BulkAnswer>> {
  const { ids, change, mode } = call.input as {
    ids: string[]
    change: Record<string, unknown>
    mode: 'all' | 'each'
  }
  // All at once and in one order, whatever the caller's: two who change the same rows wait, and neither is refused.
  if (one.subject) await readSubjects(tx, one.subject, ids, 'lock')
  const { by } = gathering(call.actor)
  const rows: z.output<typeof BulkAnswer>['rows'] = []
  for (const id of new Set(ids)) {
    const rowCall: Call = { ...call, input: { ...change, id }, ifMatch: '*', idempotencyKey: undefined }
    const write = () => writeOnce(tx, one, rowCall, ground)
    if (mode === 'all') {
      await write()
      rows.push({ id, done: true })
      continue
    }
    const outcome = await rowOfMany(tx, by, write)
    rows.push(outcome.done ? { id, done: true } : { id, done: false, code: outcome.problem.code })
  }
  return { done: rows.filter((row) => row.done).length, rows }
}
