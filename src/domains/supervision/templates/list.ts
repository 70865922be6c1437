import { sql } from 'kysely'
import { z } from 'zod'
import { Template as TemplateSaid } from '../contract.ts'
import { query } from '../operations.ts'
import { templates } from './catalogue.ts'
import type { Rule } from './rules.ts'
import type { Template } from './template.ts'

export const listTemplates = query({
  name: 'templates.list',
  route: 'GET /templates',
  right: 'check.read',
  summary: 'The templates: what they measure, when they alert, how many checks are of them',
  input: z.strictObject({}),
  output: z.object({ items: z.array(TemplateSaid) }),
  async run(tx) {
    const counts = await tx
      .selectFrom('supervision.checks')
      .select(['template', sql<number>`count(*)`.as('count')])
      .groupBy('template')
      .execute()
    const byName = new Map(counts.map((row) => [row.template, row.count]))
    return { items: templates.map((template) => templateOf(template, byName.get(template.name) ?? 0)) }
  },
})

function templateOf(template: Template, checks: number): z.input<typeof TemplateSaid> {
  const { name, needs, intervalS, leastIntervalS, metrics, rules } = template
  return {
    name,
    needs,
    isByHand: template.isByHand ?? false,
    intervalS,
    leastIntervalS,
    checks,
    metrics: metrics.map((metric) => ({
      name: metric.name,
      unit: metric.unit,
      isOfInterface: metric.of === 'interface',
    })),
    rules: rules.map(ruleOf),
  }
}

function ruleOf(rule: Rule): z.input<typeof TemplateSaid>['rules'][number] {
  const limits = rule.kind === 'threshold' ? rule : undefined
  return {
    name: rule.name,
    kind: rule.kind,
    state: 'state' in rule ? rule.state : null,
    metric: 'metric' in rule ? rule.metric : null,
    direction: limits?.direction ?? null,
    warning: limits?.warning ?? null,
    critical: limits?.critical ?? null,
    times: rule.times,
    recoverTimes: rule.recoverTimes,
  }
}
