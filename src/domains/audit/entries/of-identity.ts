import { sql } from 'kysely'
import { z } from 'zod'
import { organisationNames, organisationSeen, personSeen, roleSeen } from '#identity'
import type { AnyTx, Tx } from '#kernel/database'
import { listOutput, type Context } from '#kernel/operations'
import { Entry, HistoryInput, Id } from '../contract.ts'
import { query } from '../operations.ts'
import type { AuditTables } from '../tables.ts'
import { historyOf, historyPage } from './history.ts'

// Identity stands below the journal and cannot ask it: the histories of what it keeps are given here.

type Page = Omit<z.output<typeof HistoryInput>, 'id'>

const output = listOutput(Entry).extend({
  /** What the organisations in `changes` are called, as far as the caller may see them. */
  names: z.record(Id, z.string()),
})

export const personHistory = query({
  name: 'people.history',
  route: 'GET /people/:id/history',
  right: 'person.read',
  summary:
    'What happened to a person’s record and roles, and who did it; with the sign-ins for who may read the journal',
  input: HistoryInput,
  output,
  async run(tx, { id, ...page }, context) {
    await personSeen(tx, id)
    return withNames(tx, await personPage(tx, id, page, context))
  },
})

export const organisationHistory = query({
  name: 'organisations.history',
  route: 'GET /organisations/:id/history',
  right: 'organisation.read',
  summary: 'What happened to an organisation, and who did it',
  input: HistoryInput,
  output,
  async run(tx, { id, ...page }, context) {
    await organisationSeen(tx, id)
    return withNames(tx, await historyOf(tx, id, page, context))
  },
})

/** Roles are the whole house's, and so is what happened to them. */
export const roleHistory = query({
  name: 'roles.history',
  route: 'GET /roles/:id/history',
  right: 'person.read',
  over: 'everything',
  summary: 'What happened to a role, and who did it',
  input: HistoryInput,
  output,
  async run(tx, { id, ...page }, context) {
    await roleSeen(tx, id)
    return withNames(tx, await historyOf(tx, id, page, context))
  },
})

/** Where and when somebody signed in, with what tokens, is told to who may read the journal over him. */
function personPage(tx: Tx<AuditTables>, id: string, page: Page, context: Context) {
  const { everything, organisations } = context.person.access('audit.read')
  return historyPage(
    tx,
    sql<boolean>`subject_id = ${id} and (subject_type = 'person' or ${everything}::boolean
      or organisation_id = any(${[...organisations]}::uuid[]))`,
    page,
    context,
  )
}

async function withNames(tx: AnyTx, page: Awaited<ReturnType<typeof historyOf>>) {
  const ids = page.items.flatMap(({ changes: { organisation_id: moved = [], grants = [] } }) => [
    ...moved,
    ...grants.flatMap((held) => (Array.isArray(held) ? held.map(organisationOf) : [])),
  ])
  const names = await organisationNames(
    tx,
    ids.filter((id) => typeof id === 'string'),
  )
  return { ...page, names: Object.fromEntries(names) }
}

const organisationOf = (grant: { organisationId?: unknown }) => grant.organisationId
