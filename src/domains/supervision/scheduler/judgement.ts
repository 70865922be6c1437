import type { State } from '../contract/words.ts'
import { nowMs } from '#kernel/clock'
import { judge, newCondition, type Condition, type Measured } from '../states/judge.ts'
import { worst } from '../states/state.ts'
import type { CheckChange, RuleChange } from '../states/commit.ts'
import type { Rule } from '../templates/rules.ts'
import { conditionKey, conditionOf, type Observation } from './live.ts'

/** What an observation changed, and after how long to ask again (undefined: at the next turn). */
export interface Verdict {
  changes: (RuleChange | CheckChange)[]
  retryMs: number | undefined
}

/**
 * Judges one observation by the rules of its check, from what the worker remembers alone. The remembered conditions are
 * brought up to date.
 */
export function judgeObservation(seen: Observation): Verdict {
  const { asset, check } = seen
  const atMs = nowMs()
  const changes: Verdict['changes'] = []
  let retryMs: number | undefined
  let isCertain = true
  for (const rule of check.rules)
    for (const [component, measured] of measuredBy(rule, seen)) {
      const key = conditionKey(rule.name, component)
      const { condition, changed, inDoubt } = judge(
        rule,
        check.conditions.get(key) ?? newCondition(),
        measured,
      )
      remember(check.conditions, key, condition)
      if (inDoubt) {
        isCertain = false
        if (rule.retryMs !== undefined) retryMs = Math.min(retryMs ?? rule.retryMs, rule.retryMs)
      }
      if (changed)
        changes.push({
          kind: 'rule',
          asset,
          checkId: check.id,
          rule: rule.name,
          component,
          state: condition.hard,
          measured: finite(condition.measured),
          threshold: condition.threshold,
          ...(rule.kind === 'silence' && seen.cause ? { cause: seen.cause } : {}),
          ...(measured.ended ? { ended: measured.ended } : {}),
          atMs,
        })
    }
  for (const { rule, component } of withoutRule(check)) {
    check.conditions.delete(conditionKey(rule, component))
    changes.push({
      kind: 'rule',
      asset,
      checkId: check.id,
      rule,
      component,
      state: 'ok',
      measured: null,
      threshold: null,
      ended: 'off',
      atMs,
    })
  }
  const state = stateOf(check.conditions)
  // A check that was never judged says nothing while it is in doubt.
  if (state !== check.state && (isCertain || check.state !== null || state !== 'ok')) {
    check.state = state
    changes.push({ kind: 'check', asset, checkId: check.id, state, atMs })
  }
  return { changes, retryMs }
}

/** What was wrong by a rule that a person has switched off since. */
function withoutRule(check: Observation['check']) {
  const names = new Set(check.rules.map((rule) => rule.name))
  return [...check.conditions.keys()].map(conditionOf).filter(({ rule }) => !names.has(rule))
}

/** Without the infinities that stand for what is gone. */
function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

function stateOf(conditions: ReadonlyMap<string, Condition>): State {
  return worst([...conditions.values()].map((condition) => condition.hard)) ?? 'ok'
}

/** What is well and undoubted need not be remembered. */
function remember(conditions: Map<string, Condition>, key: string, condition: Condition): void {
  if (condition.hard === 'ok' && condition.count === 0) conditions.delete(key)
  else conditions.set(key, condition)
}

/** What this observation says of a rule, by component. What was not measured is not judged. */
function measuredBy(rule: Rule, seen: Observation): [component: string, Measured][] {
  const { answered, check } = seen
  if (rule.kind === 'silence') return [[check.name, { answered, value: seen.measured ?? null }]]
  if (!answered) return []
  const of = seen.values.filter((value) => value.metric === rule.metric)
  if (rule.kind === 'restart')
    return of.map(({ value }) => ['', { answered, value, restarted: seen.restarted ?? false }])
  const wanted = rule.kind === 'down' ? of.filter(({ component }) => check.watched.has(component)) : of
  const measured = wanted.map(({ component, value }): [string, Measured] => [component, { answered, value }])
  return [...measured, ...goneBy(rule, seen, new Set(wanted.map(({ component }) => component)))]
}

/** A component that is gone, or is no longer watched, can no longer be wrong. */
function goneBy(
  rule: Rule,
  { check, values }: Observation,
  present: ReadonlySet<string>,
): [string, Measured][] {
  if (values.length === 0) return []
  const known = new Set(values.map((value) => value.component))
  return [...check.conditions.entries()].flatMap(([key, condition]): [string, Measured][] => {
    const { rule: name, component } = conditionOf(key)
    if (name !== rule.name || present.has(component) || condition.hard === 'ok') return []
    if (rule.kind === 'threshold' && known.has(component)) return []
    const ended = known.has(component) ? 'unwatched' : 'gone'
    return [[component, { answered: true, value: wellValue(rule), ended }]]
  })
}

/** A value that any rule takes for well. */
function wellValue(rule: Rule): number {
  if (rule.kind === 'threshold')
    return rule.direction === 'above' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return 1
}
