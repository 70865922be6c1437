import type { z } from 'zod'
import type { Tx } from '../database.ts'
import { Problem } from '../errors.ts'
import { failHere } from '../faults.ts'
import { contextOf, writeContextOf, type CommandGathered } from './context.ts'
import { keepGathered, type Gathered } from './gathered.ts'
import { answerBefore, giveKeyBack, keepAnswer } from './idempotency.ts'
import { eventsOf, lineOfRow } from './record.ts'
import { checkVersion, lockSubject, readSubject, type Row } from './subject.ts'
import type {
  ActionDefinition,
  Call,
  CommandDefinition,
  Ground,
  JournalLine,
  Outcome,
  Route,
  Subject,
} from './types.ts'

type Write = { name: string; subject?: Subject }

export async function runCommand<T, R extends Route, I extends z.ZodType, O extends z.ZodType>(
  definition: CommandDefinition<T, R, I, O>,
  call: Call,
  ground: Ground,
): Promise<unknown> {
  return writing<T, unknown>(definition, call, ground, async (tx) => {
    const repeated = await answerBefore(tx, definition, call)
    if (repeated) return repeated.answer
    const answer = await writeOnce(tx, definition, call, ground)
    await keepAnswer(tx, definition, call, answer)
    return answer
  }).catch(async (error: unknown) => {
    for (const keep of call.ifRefused ?? []) await ground.database.system(keep)
    throw error
  })
}

/** The body of a command within a transaction that is already open: bulk commands call it row by row. */
export async function writeOnce<T, R extends Route, I extends z.ZodType, O extends z.ZodType>(
  tx: Tx<T>,
  definition: CommandDefinition<T, R, I, O>,
  call: Call,
  ground: Ground,
): Promise<unknown> {
  const { context, gathered } = writeContextOf(call)
  const before = await subjectBefore(tx, definition, call)
  const answer = await definition.run(tx, call.input as z.output<I>, context)
  await record(tx, definition, call, ground, gathered, before, answer)
  return answer
}

export async function runAction<T, R extends Route, I extends z.ZodType, O extends z.ZodType, S, W>(
  definition: ActionDefinition<T, R, I, O, S, W>,
  call: Call,
  ground: Ground,
): Promise<unknown> {
  const begun = await begin(definition, call, ground)
  if ('answer' in begun) return begun.answer
  const { state } = begun
  try {
    const outcome = await attempt(() => definition.work(state, call.input as z.output<I>, contextOf(call)))
    const answer = await finish(definition, call, ground, state, outcome)
    if (answer instanceof Problem) throw answer
    return answer
  } catch (error) {
    // Where even that fails, the key stays taken: what became of the request is not known.
    await writing<T, void>(definition, call, ground, (tx) => giveKeyBack(tx, definition, call)).catch(
      () => undefined,
    )
    throw error
  }
}

/** The first transaction of an action: what will be done, or the answer that the same request was given before. */
function begin<T, R extends Route, I extends z.ZodType, O extends z.ZodType, S, W>(
  definition: ActionDefinition<T, R, I, O, S, W>,
  call: Call,
  ground: Ground,
): Promise<{ state: S } | { answer: unknown }> {
  return writing<T, { state: S } | { answer: unknown }>(definition, call, ground, async (tx) => {
    const repeated = await answerBefore(tx, definition, call)
    if (repeated) return repeated
    const { context, gathered } = writeContextOf(call)
    const before = await subjectBefore(tx, { ...definition, versioned: false }, call)
    const state = await definition.begin(tx, call.input as z.output<I>, context)
    if (definition.journals === 'finish') await said(tx, definition, call, ground, gathered)
    else await record(tx, definition, call, ground, gathered, before, state)
    return { state }
  })
}

/** The last transaction of an action: what came of it, and its answer. */
function finish<T, R extends Route, I extends z.ZodType, O extends z.ZodType, S, W>(
  definition: ActionDefinition<T, R, I, O, S, W>,
  call: Call,
  ground: Ground,
  state: S,
  outcome: Outcome<W>,
): Promise<unknown> {
  return writing<T, unknown>(definition, call, ground, async (tx) => {
    const { context, gathered } = writeContextOf(call)
    const finished = await definition.finish(tx, state, outcome, context)
    if (definition.journals === 'finish')
      await record(tx, definition, call, ground, gathered, undefined, finished)
    else await said(tx, definition, call, ground, gathered)
    if (!(finished instanceof Problem)) await keepAnswer(tx, definition, call, finished)
    return finished
  })
}

function writing<T, X>(
  definition: { as?: 'system' },
  call: Call,
  ground: Ground,
  run: (tx: Tx<T>) => Promise<X>,
): Promise<X> {
  return definition.as === 'system'
    ? ground.database.system<T, X>(run)
    : ground.database.write<T, X>(call.access, run)
}

async function attempt<W>(work: () => Promise<W>): Promise<Outcome<W>> {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, error: error as Error }
  }
}

async function subjectBefore<T>(
  tx: Tx<T>,
  definition: Write & { route: Route; versioned?: boolean },
  call: Call,
): Promise<Row | undefined> {
  const { subject } = definition
  if (!subject?.id) return undefined
  const row = await lockSubject(tx, subject, String((call.input as Record<string, unknown>)[subject.id]))
  const replaces = /^(PATCH|PUT) /.test(definition.route)
  const isNamed = call.ifMatch !== undefined && row.version !== undefined
  if ((definition.versioned ?? replaces) || isNamed) checkVersion(row, call.ifMatch)
  return row
}

/** The constructor's own journal entry and events: what the row was, what it is. */
async function record<T>(
  tx: Tx<T>,
  definition: Write,
  call: Call,
  ground: Ground,
  gathered: CommandGathered,
  before: Row | undefined,
  answer: unknown,
): Promise<void> {
  const { subject } = definition
  const id = before?.id ?? idOf(answer)
  const after = subject && id ? await readSubject(tx, subject, id) : undefined
  const own: JournalLine = subject
    ? await lineOfRow(tx, subject, before, after)
    : { subjectType: definition.name.split('.')[0]!, subjectId: id ?? null }
  const { about } = gathered
  const line = { ...own, ...about, changes: { ...own.changes, ...about.changes } }
  gathered.lines.unshift(line)
  if (subject) gathered.events.unshift(...eventsOf(subject, before, after, line))
  await said(tx, definition, call, ground, gathered)
}

async function said<T>(
  tx: Tx<T>,
  definition: Write,
  call: Call,
  ground: Ground,
  gathered: Gathered,
): Promise<void> {
  const who = { operation: definition.name, actor: call.actor, address: call.address }
  await keepGathered(tx, ground, who, gathered)
  failHere('write')
}

function idOf(answer: unknown): string | undefined {
  const id = (answer as { id?: unknown } | null | undefined)?.id
  return typeof id === 'string' ? id : undefined
}
