import { invalidField } from '#kernel/errors'
import type { TemplateName } from '../contract/words.ts'
import { templateNamed } from '../templates/catalogue.ts'
import { rulesFor, type Limit, type Overrides, type ThresholdRule } from '../templates/rules.ts'

/** Refuses what a person sets of a check's rules where it could never mean anything. */
export function refuseLimits(name: TemplateName, overrides: Overrides): void {
  const { rules } = templateNamed(name)
  for (const [rule, override] of Object.entries(overrides)) {
    const known = rules.find((one) => one.name === rule)
    if (!known) throw invalidField(`thresholds.${rule}`, 'supervision:problem.noSuchRule', { rule })
    if (known.kind !== 'threshold' && (override.warning || override.critical))
      throw invalidField(`thresholds.${rule}`, 'supervision:problem.noLimits')
  }
  for (const rule of rulesFor(rules, overrides))
    if (rule.kind === 'threshold' && rule.name in overrides) refuseOrder(rule)
}

/** The recovery limit lies on the good side of its own, and the grave limit beyond the other. */
function refuseOrder({ name, direction, warning, critical }: ThresholdRule): void {
  const isBeyond = (value: number, limit: number) => (direction === 'above' ? value > limit : value < limit)
  const isCrossed = (limit: Limit | null) => limit !== null && isBeyond(limit.recovery, limit.at)
  if (isCrossed(warning))
    throw invalidField(`thresholds.${name}.warning.recovery`, `supervision:problem.recovery.${direction}`)
  if (isCrossed(critical))
    throw invalidField(`thresholds.${name}.critical.recovery`, `supervision:problem.recovery.${direction}`)
  if (warning && critical && isBeyond(warning.at, critical.at))
    throw invalidField(`thresholds.${name}.critical.at`, `supervision:problem.graver.${direction}`)
}
