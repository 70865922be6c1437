import type { TemplateName } from '../contract/words.ts'
import { ping } from './ping.ts'
import { snmpBasics } from './snmp-basics.ts'
import type { Metric, Template } from './template.ts'

/** The templates that come with the product. */
export const templates: readonly Template[] = [ping, snmpBasics]

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
