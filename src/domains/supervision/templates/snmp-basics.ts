import type { Metric, Template } from './template.ts'
import type { ThresholdRule } from './rules.ts'

const perInterface = { of: 'interface' } as const
const errors = ['if.in-errors', 'if.out-errors', 'if.in-discards', 'if.out-discards'] as const

/** More than one broken frame a second, for three minutes, is a cable or a port to look at. */
function brokenFrames(metric: string): ThresholdRule {
  return {
    name: metric,
    kind: 'threshold',
    metric,
    direction: 'above',
    warning: { at: 1, recovery: 0.1 },
    critical: null,
    times: 3,
    recoverTimes: 3,
  }
}

/** What any device that speaks SNMP tells: since when it runs, and what its interfaces carry. */
export const snmpBasics: Template = {
  name: 'snmp-basics',
  needs: 'credential',
  intervalS: 60,
  leastIntervalS: 5,
  metrics: [
    { name: 'system.uptime', unit: 's', decimals: 0 },
    { name: 'if.state', unit: 'state', decimals: 0, ...perInterface },
    { name: 'if.in', unit: 'bit/s', decimals: 0, ...perInterface },
    { name: 'if.out', unit: 'bit/s', decimals: 0, ...perInterface },
    ...errors.map((name): Metric => ({ name, unit: '/s', decimals: 3, ...perInterface })),
  ],
  rules: [
    { name: 'snmp.silent', kind: 'silence', state: 'unknown', times: 3, recoverTimes: 1, retryMs: 15_000 },
    {
      name: 'system.restarted',
      kind: 'restart',
      metric: 'system.uptime',
      state: 'warning',
      forMs: 10 * 60_000,
      times: 1,
      recoverTimes: 1,
    },
    {
      name: 'if.down',
      kind: 'down',
      metric: 'if.state',
      state: 'critical',
      times: 2,
      recoverTimes: 1,
      retryMs: 5_000,
    },
    brokenFrames('if.in-errors'),
    brokenFrames('if.out-errors'),
  ],
}
