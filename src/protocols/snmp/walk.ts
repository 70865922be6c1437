import { kept, walkBudget, type WalkBudget, type WalkLimits } from './budget.ts'
import { compareOids } from './ber/oid.ts'
import { codeOfStatus, errorStatus, SnmpError, type SnmpErrorCode } from './error.ts'
import type { Answered } from './flight.ts'
import type { Link } from './link.ts'
import { learn, question, type Question, type Style } from './next.ts'
import type { SnmpValue } from './value.ts'

/** The limits are this walk's own: where a device invents rows without end, or says each at its leisure. */
export interface WalkOptions extends WalkLimits {
  signal?: AbortSignal
  /** What all walks of one device may cost together, beside the limits of each. */
  budget?: WalkBudget
  /** Returns what came before a failure, marked incomplete, instead of throwing it; not where nothing came. */
  keepPartial?: boolean
}

/** How a walk ended. */
export interface WalkEnd {
  /** False where the device went back to an OID it had given before: what came until then is kept. */
  isOrdered: boolean
  /** Whether everything that the device has was seen. */
  isComplete: boolean
  /** Why not, where it was not for the order. */
  stoppedBy?: StoppedBy
}

type StoppedBy = SnmpErrorCode | 'rows' | 'bytes' | 'time'

interface Cursor {
  column: string
  prefix: string
  last: string
  isDone: boolean
}

interface Walking {
  link: Link
  open: Cursor[]
  style: Style
  end: WalkEnd
  hasRows: boolean
  budgets: WalkBudget[]
  onRow(column: string, oid: string, value: SnmpValue): void
}

/**
 * Goes through columns (or any subtrees) together, in the device's order. It always ends: at the subtree's end, where
 * an OID does not increase, where a limit is reached, or where the device fails. Values are copies, cut to what a MIB
 * allows. @throws SnmpError
 */
export async function walkColumns(
  link: Link,
  columns: readonly string[],
  onRow: Walking['onRow'],
  { signal, budget, keepPartial = false, ...limits }: WalkOptions = {},
): Promise<WalkEnd> {
  const open = columns.map((column) => ({ column, prefix: `${column}.`, last: column, isDone: false }))
  const style: Style = { isNarrow: false, isPlain: false }
  const budgets = [walkBudget(limits), ...(budget ? [budget] : [])]
  const end: WalkEnd = { isOrdered: true, isComplete: true }
  const walking: Walking = { link, open, style, end, hasRows: false, budgets, onRow }
  while (walking.open.length > 0) {
    const spent = spentOf(walking)
    if (spent) {
      stop(walking, spent)
      break
    }
    try {
      await step(walking, signal)
    } catch (error) {
      const isKept = keepPartial && walking.hasRows && error instanceof SnmpError && error.code !== 'aborted'
      if (!isKept) throw error
      stop(walking, error.code)
      break
    }
  }
  return walking.end
}

function spentOf({ budgets }: Walking): ReturnType<WalkBudget['spent']> {
  for (const budget of budgets) {
    const spent = budget.spent()
    if (spent) return spent
  }
  return undefined
}

function stop({ end }: Walking, why: StoppedBy): void {
  end.isComplete = false
  end.stoppedBy ??= why
}

async function step(walking: Walking, signal?: AbortSignal): Promise<void> {
  const { link, open, style } = walking
  const asking = question(
    link,
    open.map(({ last }) => last),
    style,
  )
  const answered = await askOrShrink(link, asking, signal)
  if (!answered) return
  const cursors = open.slice(0, answered.asked.oids.length)
  // Those who were asked go to the end: with many columns each has its turn.
  walking.open = [...open.slice(cursors.length), ...cursors]
  if (answered.answer.errorStatus === errorStatus.none) take(walking, asking, answered, cursors)
  else takeError(walking, asking, answered, cursors)
  walking.open = walking.open.filter(({ isDone }) => !isDone)
}

/** Undefined where the device is silent and there is something smaller left to try. */
async function askOrShrink(
  link: Link,
  asking: Question,
  signal?: AbortSignal,
): Promise<Answered | undefined> {
  const { device } = link
  try {
    return await link.ask(asking.pdu, signal)
  } catch (error) {
    const isSilence = error instanceof SnmpError && (error.code === 'timeout' || error.code === 'bad-answer')
    if (!isSilence || !device.hasAnswered || asking.endsInOne || asking.size === 1) throw error
    const limit = asking.usesBulk ? device.bulks : device.gets
    limit.distrust()
    if (link.attempts === 1) limit.tooLarge(asking.size)
    return undefined
  }
}

function take(walking: Walking, asking: Question, answered: Answered, cursors: Cursor[]): void {
  const { oids, values } = answered.answer
  if (oids.length === 0) return takeNothing(walking, asking, cursors)
  learn(walking.link, asking, answered)
  oids.forEach((oid, position) => {
    const cursor = cursors[position % cursors.length]!
    if (cursor.isDone || spentOf(walking)) return
    const value = values[position]!
    const isEnd =
      value.type === 'endOfMibView' || value.type === 'noSuchObject' || value.type === 'noSuchInstance'
    if (isEnd || !oid.startsWith(cursor.prefix)) {
      cursor.isDone = true
    } else if (compareOids(oid, cursor.last) <= 0) {
      cursor.isDone = true
      walking.end.isOrdered = false
      walking.end.isComplete = false
    } else {
      cursor.last = oid
      walking.hasRows = true
      const own = kept(value)
      for (const budget of walking.budgets) budget.pay(oid, own)
      walking.onRow(cursor.column, oid, own)
    }
  })
}

/** An answer without any variable: asked more simply, until there is nothing simpler. */
function takeNothing(walking: Walking, asking: Question, cursors: Cursor[]): void {
  const { style } = walking
  if (asking.usesBulk) style.isPlain = true
  else if (cursors.length > 1) style.isNarrow = true
  else fail(walking, cursors[0]!, 'bad-answer')
}

function takeError(walking: Walking, asking: Question, { answer, asked }: Answered, cursors: Cursor[]): void {
  const { style, link } = walking
  const { device } = link
  const isBulk = asked.kind === 'getBulk'
  const code = codeOfStatus(answer.errorStatus)
  if (code === 'too-big' && asking.size > 1) {
    // It says nothing of GETBULK itself: less of it is tried first.
    return (isBulk ? device.bulks : device.gets).tooLarge(asking.size)
  }
  if (isBulk) {
    style.isPlain = true
    return
  }
  const bad = cursors.length === 1 ? cursors[0] : cursors[answer.errorIndex - 1]
  if (!bad) style.isNarrow = true
  // Version 1 knows no other word for the end (RFC 1157, 4.1.3).
  else if (answer.errorStatus === errorStatus.noSuchName) bad.isDone = true
  else fail(walking, bad, code)
}

function fail(walking: Walking, cursor: Cursor, code: SnmpErrorCode): void {
  cursor.isDone = true
  stop(walking, code)
}
