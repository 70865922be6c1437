import type { Template } from './template.ts'

/** Whether the address answers, how fast, and how many packets are lost. */
export const ping: Template = {
  name: 'ping',
  needs: 'address',
  intervalS: 5,
  leastIntervalS: 1,
  metrics: [
    { name: 'ping.rtt', unit: 'ms', decimals: 2 },
    { name: 'ping.loss', unit: '%', decimals: 0 },
  ],
  rules: [
    // Three losses in a row; the second and third are asked for a second apart.
    { name: 'ping.lost', kind: 'silence', state: 'critical', times: 3, recoverTimes: 2, retryMs: 1_000 },
    {
      name: 'ping.slow',
      kind: 'threshold',
      metric: 'ping.rtt',
      direction: 'above',
      warning: null,
      critical: null,
      times: 6,
      recoverTimes: 6,
    },
  ],
}
