import type { Fault } from '../contract/words.ts'

/**
 * When something is worth an alert. A rule names no device: a template is a list of rules, and what a person changed of
 * one on an asset is kept apart (`Overrides`), so that a newer template's rules still arrive.
 */
export type Rule = SilenceRule | ThresholdRule | RestartRule | DownRule

interface Common {
  name: string
  /** How often in a row before it holds, and before it is over. */
  times: number
  recoverTimes: number
  /** While it is neither: asked again so soon. Absent: at the next turn. */
  retryMs?: number
}

/** The device does not answer. */
export interface SilenceRule extends Common {
  kind: 'silence'
  state: Fault
}

/** A metric beyond a limit; it is over when the value is back behind the recovery limit, which lies apart. */
export interface ThresholdRule extends Common {
  kind: 'threshold'
  metric: string
  direction: 'above' | 'below'
  warning: Limit | null
  critical: Limit | null
}

export interface Limit {
  at: number
  /** Where it is over. */
  recovery: number
}

/** The device has restarted since it was last asked; over after a while. */
export interface RestartRule extends Common {
  kind: 'restart'
  metric: string
  state: Fault
  forMs: number
}

/** An interface that somebody watches is down although nobody switched it off. */
export interface DownRule extends Common {
  kind: 'down'
  metric: string
  state: Fault
}

/** What a person set for one check, by the rule's name. A limit of null means: never. */
export type Overrides = Record<string, RuleOverride>
export interface RuleOverride {
  isOff?: boolean | undefined
  warning?: Limit | null | undefined
  critical?: Limit | null | undefined
  times?: number | undefined
  recoverTimes?: number | undefined
}

/** The rules as they hold for one check. */
export function rulesFor(rules: readonly Rule[], overrides: Overrides): Rule[] {
  return rules.flatMap((rule): Rule[] => {
    const { isOff, warning, critical, times, recoverTimes } = overrides[rule.name] ?? {}
    if (isOff) return []
    const counted = { ...rule, times: times ?? rule.times, recoverTimes: recoverTimes ?? rule.recoverTimes }
    if (counted.kind !== 'threshold') return [counted]
    return [
      {
        ...counted,
        warning: warning === undefined ? counted.warning : warning,
        critical: critical === undefined ? counted.critical : critical,
      },
    ]
  })
}
