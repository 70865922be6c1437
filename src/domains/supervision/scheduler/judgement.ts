import type { State } from '../contract/words.ts'
import { nowMs } from '#kernel/clock'
import { judge, newCondition, type Condition, type Measured } from '../states/judge.ts'
import { worst } from '../states/state.ts'
import type { CheckChange, RuleChange } from '../states/commit.ts'
import { metricNamed } from '../templates/catalogue.ts'
import type { Rule, ThresholdRule } from '../templates/rules.ts'
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
          ...(measured.cause ? { cause: measured.cause } : {}),
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
  // One that was not judged yet, or not while its device was away, says nothing good while it is in doubt.
  const wasJudged = check.state !== null && check.state !== 'unreachable'
  if (state !== check.state && (isCertain || wasJudged || state !== 'ok')) {
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
  if (rule.kind === 'silence') {
    const why = seen.cause ? { cause: seen.cause } : {}
    return [[check.name, { answered, value: seen.measured ?? null, ...why }]]
  }
  if (!answered) return []
  const of = seen.values.filter((value) => value.metric === rule.metric)
  if (rule.kind === 'restart')
    return of.map(({ value }) => ['', { answered, value, restarted: seen.restarted ?? false }])
  const measured = of.map(({ component, value }): [string, Measured] => [component, { answered, value }])
  if (rule.kind === 'down')
    return [
      ...measured.filter(([component]) => check.watched.has(component)),
      ...missing(seen),
      ...unwatched(rule, seen),
    ]
  return [...measured, ...gone(rule, seen)]
}

/** What somebody watches and the device no longer has is as good as down. */
function missing({ check, components, answered }: Observation): [string, Measured][] {
  const there = components?.interface
  if (!there) return []
  return [...check.watched]
    .filter((component) => !there.has(component))
    .map((component) => [component, { answered, value: 0, cause: 'gone' }])
}

/** What nobody watches any more can no longer be wrong. */
function unwatched(rule: Rule, { check }: Observation): [string, Measured][] {
  return wrongBy(rule, check)
    .filter((component) => !check.watched.has(component))
    .map((component) => [component, { answered: true, value: wellValue(rule), ended: 'unwatched' }])
}

/** A component that is gone can no longer be beyond a limit. */
function gone(rule: ThresholdRule, { check, components }: Observation): [string, Measured][] {
  const sort = metricNamed(rule.metric)?.of
  const there = sort === 'interface' || sort === 'volume' ? components?.[sort] : undefined
  if (!there) return []
  return wrongBy(rule, check)
    .filter((component) => !there.has(component))
    .map((component) => [component, { answered: true, value: wellValue(rule), ended: 'gone' }])
}

function wrongBy(rule: Rule, { conditions }: Observation['check']): string[] {
  return [...conditions]
    .map(([key, { hard }]) => ({ ...conditionOf(key), hard }))
    .filter(({ rule: name, hard }) => name === rule.name && hard !== 'ok')
    .map(({ component }) => component)
}

/** A value that any rule takes for well. */
function wellValue(rule: Rule): number {
  if (rule.kind === 'threshold')
    return rule.direction === 'above' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  return 1
}
