import type { SnmpValue } from '#protocols/snmp/index'
import { scalars } from './oids.ts'
import { number } from './ports.ts'

/** sysUpTime counts hundredths in 32 bits: it begins anew after 497 days. */
const wrapS = 2 ** 32 / 100
const toleranceS = 30

/** The longest of what a device says of its uptime, in seconds: its agent may be younger than its system. */
export function uptimeOf(values: ReadonlyMap<string, SnmpValue>): number {
  return Math.max(
    number(values.get(scalars.sysUpTime)) / 100,
    number(values.get(scalars.snmpEngineTime)),
    number(values.get(scalars.hrSystemUptime)) / 100,
  )
}

/** Whether it restarted: its uptime went back, and not because the counter was at its end. */
export function hasRestarted(beforeS: number, afterS: number, elapsedS: number): boolean {
  const expected = beforeS + elapsedS
  if (afterS >= expected - toleranceS - elapsedS * 0.05) return false
  return Math.abs(afterS - (expected - wrapS)) > toleranceS + elapsedS * 0.05
}
