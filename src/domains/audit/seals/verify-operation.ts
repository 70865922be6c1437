import { z } from 'zod'
import { Id } from '../contract.ts'
import { endpoint } from '../operations.ts'
import type { Database } from '#kernel/database'
import { sealGround } from './key.ts'
import { verifyJournal } from './verify.ts'

let held: Database | undefined

/** Called when the house starts. */
export function holdDatabase(database: Database): void {
  held = database
}

export const Verdict = z.object({
  sealed: z.number().int(),
  waiting: z.number().int(),
  findings: z.array(z.object({ kind: z.string(), position: z.number().int(), entryId: Id.nullable() })),
})

/** Reads the whole chain whatever the caller's organisations: it tells positions, never what entries say. */
export const verifyEntries = endpoint({
  name: 'journal.verify',
  route: 'GET /journal/verification',
  right: 'audit.read',
  over: 'everything',
  summary: 'Check the whole chain: any changed, missing or reordered entry is found',
  input: z.strictObject({}),
  produces: 'application/json',
  answers: Verdict,
  handle: async ({ reply }) => {
    if (!held) throw new Error('the house has not started')
    return reply.send(Verdict.parse(await verifyJournal(held, sealGround())))
  },
})
