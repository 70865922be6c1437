import type { Cause, Ending, State } from '../contract/words.ts'
import type { Limit, Rule, ThresholdRule } from '../templates/rules.ts'
import { isWorse } from './state.ts'

/** What is known of one rule on one component, from one measurement to the next. */
export interface Condition {
  /** The state that holds: confirmed, told. */
  hard: State
  /** What the last measurements say instead, and how many of them in a row. */
  soft: State
  count: number
  /** What the last measurement was judged by. */
  measured: number | null
  threshold: number | null
}

/** What one measurement says of a rule. */
export interface Measured {
  /** Whether the device answered at all. */
  answered: boolean
  value: number | null
  /** For a restart: whether one was seen, and how long the device has been up. */
  restarted?: boolean
  /** It is well because nobody watches it any more. */
  ended?: Ending
  /** Why it is not well, where the value does not say it. */
  cause?: Cause
}

export function newCondition(hard: State = 'ok'): Condition {
  return { hard, soft: hard, count: 0, measured: null, threshold: null }
}

/**
 * Judges one measurement: the condition as it is now, whether its hard state changed, and whether to ask again soon. A
 * measurement that agrees with the hard state ends any doubt; one that does not must come as often in a row as the rule
 * says.
 */
export function judge(
  rule: Rule,
  before: Condition,
  measured: Measured,
): { condition: Condition; changed: boolean; inDoubt: boolean } {
  const { state, threshold } = levelOf(rule, before.hard, measured)
  const said = { measured: measured.value, threshold }
  if (state === before.hard)
    return { condition: { ...before, ...said, soft: state, count: 0 }, changed: false, inDoubt: false }
  const count = before.count > 0 && agrees(before.soft, state, before.hard) ? before.count + 1 : 1
  const needed = isWorse(state, before.hard) ? rule.times : rule.recoverTimes
  if (count >= needed)
    return { condition: { ...said, hard: state, soft: state, count: 0 }, changed: true, inDoubt: false }
  return { condition: { ...before, ...said, soft: state, count }, changed: false, inDoubt: true }
}

/** Warning and critical by turns are in a row: both say that it is not well. */
function agrees(soft: State, state: State, hard: State): boolean {
  return isWorse(soft, hard) === isWorse(state, hard)
}

function levelOf(rule: Rule, hard: State, measured: Measured): { state: State; threshold: number | null } {
  switch (rule.kind) {
    case 'silence':
      return { state: measured.answered ? 'ok' : rule.state, threshold: null }
    case 'restart':
      return { state: restartLevel(rule.forMs, rule.state, hard, measured), threshold: null }
    case 'down':
      return { state: measured.value === 0 ? rule.state : 'ok', threshold: null }
    case 'threshold':
      return thresholdLevel(rule, hard, measured.value ?? Number.NaN)
  }
}

function restartLevel(forMs: number, state: State, hard: State, measured: Measured): State {
  const isYoung = (measured.value ?? 0) * 1_000 < forMs
  return isYoung && (measured.restarted || hard === state) ? state : 'ok'
}

/** A limit that is passed holds until the recovery limit is: between the two nothing changes. */
function thresholdLevel(
  rule: ThresholdRule,
  hard: State,
  value: number,
): { state: State; threshold: number | null } {
  const beyond = (limit: number) => (rule.direction === 'above' ? value > limit : value < limit)
  const holds = (limit: Limit | null, state: State) =>
    limit !== null && (beyond(limit.at) || (hard === state && beyond(limit.recovery)))
  if (holds(rule.critical, 'critical')) return { state: 'critical', threshold: rule.critical!.at }
  const wasWarned = hard === 'critical' ? 'critical' : 'warning'
  if (rule.warning && (holds(rule.warning, wasWarned) || beyond(rule.warning.at)))
    return { state: 'warning', threshold: rule.warning.at }
  return { state: 'ok', threshold: (rule.warning ?? rule.critical)?.at ?? null }
}
