import { z } from 'zod'
import type { Entry } from '#audit/contract'
import type { Tx } from '#kernel/database'
import type { Context } from '#kernel/operations'
import { circuitsSeen } from '../circuits/seen.ts'
import { Id, Link } from '../contract.ts'
import { historyQuery } from '../history.ts'
import { query } from '../operations.ts'
import type { NetworkTables } from '../tables.ts'
import { linkById } from './row.ts'

export const readLink = query({
  name: 'links.read',
  route: 'GET /links/:id',
  right: 'link.read',
  summary: 'One link',
  input: z.strictObject({ id: Id }),
  output: Link,
  run: (tx, { id }, context) => linkById(tx, id, context),
})

export const readLinkHistory = historyQuery({
  name: 'links.history',
  route: 'GET /links/:id/history',
  right: 'link.read',
  summary: 'What happened to a link, newest first',
  seen: linkById,
  told: withSeenCircuits,
})

/** A circuit that the reader may not see is none in the history either. */
async function withSeenCircuits(
  tx: Tx<NetworkTables>,
  entries: z.input<typeof Entry>[],
  context: Context,
): Promise<z.input<typeof Entry>[]> {
  const named = entries.flatMap(({ changes }) => changes.circuit_id ?? []).map(idOf)
  const seen = await circuitsSeen(tx, named, context)
  const shown = (value: unknown) => (seen.has(idOf(value) ?? '') ? value : null)
  return entries.map((entry) => {
    const pair = entry.changes.circuit_id
    if (!pair) return entry
    return { ...entry, changes: { ...entry.changes, circuit_id: [shown(pair[0]), shown(pair[1])] } }
  })
}

const idOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
