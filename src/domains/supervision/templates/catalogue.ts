import type { TemplateName, Unit } from '../contract/words.ts'
import { ping } from './ping.ts'
import { dns, http, tcp, tls } from './services.ts'
import { snmpBasics } from './snmp-basics.ts'
import type { Metric, Template } from './template.ts'

/** The templates that come with the product. */
export const templates: readonly Template[] = [ping, snmpBasics, tcp, http, tls, dns]

const byName = new Map(templates.map((template) => [template.name, template]))
const metrics = new Map(
  templates.flatMap((template) => template.metrics).map((metric) => [metric.name, metric]),
)

export function templateNamed(name: TemplateName): Template {
  return byName.get(name)!
}

/** Undefined for what an older version measured and this one does not. */
export function metricNamed(name: string): Metric | undefined {
  return metrics.get(name)
}

/** What is measured on one sort of component. */
export function metricsOf(component: NonNullable<Metric['of']>): string[] {
  return [...metrics.values()].filter((metric) => metric.of === component).map(({ name }) => name)
}

const rules = new Map(templates.flatMap((template) => template.rules).map((rule) => [rule.name, rule]))

/** What a rule's limits and measured values are in; null where it has none. */
export function unitOfRule(name: string): Unit | null {
  const rule = rules.get(name)
  return rule?.kind === 'threshold' ? (metricNamed(rule.metric)?.unit ?? null) : null
}
