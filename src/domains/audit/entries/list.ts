import { sql } from 'kysely'
import { z } from 'zod'
import { anyOf, exportOf, listInput, listOutput, listPage } from '#kernel/operations'
import { Entry, Id, refusedOutcomes } from '../contract.ts'
import { query } from '../operations.ts'
import { entriesOf } from './row.ts'

export const listEntries = query({
  name: 'journal.list',
  route: 'GET /journal',
  right: 'audit.read',
  summary: 'The journal, newest first unless sorted otherwise',
  input: listInput(['at', 'operation', 'actor'], {
    sort: z.enum(['at', '-at', 'operation', '-operation', 'actor', '-actor']).default('-at'),
    actorId: Id.optional(),
    actorKind: anyOf(z.enum(['anonymous', 'system', 'person'])),
    subjectId: Id.optional(),
    subjectType: anyOf(z.string().max(50)),
    operation: anyOf(z.string().max(100)),
    /** Whether what was tried was done. */
    outcome: anyOf(z.enum(['done', 'refused'])),
    from: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
  }),
  output: listOutput(Entry),
  async run(tx, input, { access }) {
    let rows = tx.selectFrom('audit.entries').selectAll()
    if (input.q) {
      const like = `%${input.q}%`
      rows = rows.where((row) =>
        row.or([
          row('subject_name', 'ilike', like),
          sql<boolean>`detail ->> 'of' ilike ${like}`,
          row('actor_name', 'ilike', like),
          row('operation', 'ilike', like),
        ]),
      )
    }
    if (input.actorId) rows = rows.where('actor_id', '=', input.actorId)
    if (input.actorKind?.length) rows = rows.where('actor_kind', 'in', input.actorKind)
    if (input.subjectId) rows = rows.where('subject_id', '=', input.subjectId)
    if (input.subjectType?.length) rows = rows.where('subject_type', 'in', input.subjectType)
    if (input.operation?.length) rows = rows.where('operation', 'in', input.operation)
    if (input.outcome?.length === 1) {
      const isRefused = sql<boolean>`coalesce(detail ->> 'outcome', '') = any(${[...refusedOutcomes]}::text[])`
      rows = rows.where(input.outcome[0] === 'refused' ? isRefused : sql<boolean>`not ${isRefused}`)
    }
    if (input.from) rows = rows.where('at', '>=', input.from)
    if (input.until) rows = rows.where('at', '<', input.until)
    const sorts = { at: sql`at`, operation: sql`operation`, actor: sql`actor_name` }
    const page = await listPage(rows, input, sorts, (row) => row)
    return { ...page, items: await entriesOf(tx, page.items, { access, audit: access }) }
  },
})

export const exportEntries = exportOf(listEntries, {
  route: 'GET /journal/export',
  columns: [
    { name: 'at', heading: 'audit:column.at' },
    { name: 'actor', heading: 'audit:column.actor', value: (entry) => entry.actor.name || entry.actor.kind },
    { name: 'address', heading: 'audit:column.address' },
    { name: 'operation', heading: 'audit:column.operation' },
    { name: 'subjectType', heading: 'audit:column.subjectType', value: (entry) => entry.subject.type },
    {
      name: 'subject',
      heading: 'audit:column.subject',
      value: ({ subject }) => [subject.of, subject.name ?? subject.id].filter(Boolean).join(' · '),
    },
    { name: 'changes', heading: 'audit:column.changes', value: (entry) => JSON.stringify(entry.changes) },
    { name: 'detail', heading: 'audit:column.detail', value: (entry) => JSON.stringify(entry.detail) },
  ],
})
