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

/** Nearly all of something, for some minutes. */
function scarce(name: string, metric: string, at: number, times: number): ThresholdRule {
  return {
    name,
    kind: 'threshold',
    metric,
    direction: 'above',
    warning: { at, recovery: at - 5 },
    critical: null,
    times,
    recoverTimes: 3,
  }
}

/** What any device that speaks SNMP tells: since when it runs, what its interfaces carry, and how full a machine is. */
export const snmpBasics: Template = {
  name: 'snmp-basics',
  needs: 'credential',
  intervalS: 60,
  leastIntervalS: 5,
  metrics: [
    { name: 'system.uptime', unit: 's', decimals: 0 },
    { name: 'cpu.used', unit: '%', decimals: 1 },
    { name: 'memory.used', unit: '%', decimals: 1 },
    { name: 'swap.used', unit: '%', decimals: 1 },
    { name: 'storage.used', unit: '%', decimals: 2, of: 'volume' },
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
    // A processor that works is no fault; one that has worked on all it has for a quarter of an hour may be stuck.
    scarce('cpu.high', 'cpu.used', 95, 15),
    scarce('memory.high', 'memory.used', 95, 5),
    {
      name: 'storage.full',
      kind: 'threshold',
      metric: 'storage.used',
      direction: 'above',
      warning: { at: 90, recovery: 88 },
      critical: { at: 97, recovery: 95 },
      times: 2,
      recoverTimes: 2,
    },
  ],
}
