import type { Metric, Template } from './template.ts'
import type { SilenceRule, ThresholdRule } from './rules.ts'

/** What a person gives an asset by hand: ports, pages, certificates, name servers. Values are kept under the check's name. */

const named = { of: 'check' } as const

/** It is asked again soon, and is down when it failed three times in a row. */
function lost(name: string): SilenceRule {
  return { name, kind: 'silence', state: 'critical', times: 3, recoverTimes: 1, retryMs: 5_000 }
}

/** No limit unless a person sets one: what is slow differs from one to the next. */
function slow(name: string, metric: string): ThresholdRule {
  return {
    name,
    kind: 'threshold',
    metric,
    direction: 'above',
    warning: null,
    critical: null,
    times: 3,
    recoverTimes: 3,
  }
}

/** Three weeks are time to renew, one is little. */
function expires(name: string, metric: string): ThresholdRule {
  return {
    name,
    kind: 'threshold',
    metric,
    direction: 'below',
    warning: { at: 21, recovery: 22 },
    critical: { at: 7, recovery: 8 },
    times: 1,
    recoverTimes: 1,
  }
}

const days = (name: string): Metric => ({ name, unit: 'd', decimals: 2, ...named })

export const tcp: Template = {
  name: 'tcp',
  needs: 'address',
  isByHand: true,
  intervalS: 30,
  leastIntervalS: 5,
  metrics: [{ name: 'tcp.time', unit: 'ms', decimals: 2, ...named }],
  rules: [lost('tcp.lost'), slow('tcp.slow', 'tcp.time')],
}

export const http: Template = {
  name: 'http',
  needs: 'address',
  isByHand: true,
  intervalS: 60,
  leastIntervalS: 5,
  metrics: [
    { name: 'http.time', unit: 'ms', decimals: 2, ...named },
    { name: 'http.status', unit: 'state', decimals: 0, ...named },
    days('http.days'),
  ],
  rules: [lost('http.lost'), slow('http.slow', 'http.time'), expires('http.expires', 'http.days')],
}

export const tls: Template = {
  name: 'tls',
  needs: 'address',
  isByHand: true,
  intervalS: 600,
  leastIntervalS: 60,
  metrics: [{ name: 'tls.time', unit: 'ms', decimals: 2, ...named }, days('tls.days')],
  rules: [lost('tls.lost'), expires('tls.expires', 'tls.days')],
}

export const dns: Template = {
  name: 'dns',
  needs: 'address',
  isByHand: true,
  intervalS: 60,
  leastIntervalS: 5,
  metrics: [{ name: 'dns.time', unit: 'ms', decimals: 2, ...named }],
  rules: [lost('dns.lost'), slow('dns.slow', 'dns.time')],
}
