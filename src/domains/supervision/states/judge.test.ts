import type { State } from '../contract/words.ts'
import { describe, expect, test } from 'vitest'
import type { Rule, ThresholdRule } from '../templates/rules.ts'
import { rulesFor } from '../templates/rules.ts'
import { judge, newCondition, type Measured } from './judge.ts'

const lost: Rule = {
  name: 'lost',
  kind: 'silence',
  state: 'critical',
  times: 3,
  recoverTimes: 2,
  retryMs: 1_000,
}
const load: ThresholdRule = {
  name: 'load',
  kind: 'threshold',
  metric: 'load',
  direction: 'above',
  warning: { at: 80, recovery: 70 },
  critical: { at: 95, recovery: 90 },
  times: 2,
  recoverTimes: 2,
}

/** The hard state after each measurement, with `?` where it is in doubt. */
function follow(rule: Rule, measurements: Measured[], from: State = 'ok'): string[] {
  let condition = newCondition(from)
  return measurements.map((measured) => {
    const judged = judge(rule, condition, measured)
    condition = judged.condition
    return `${condition.hard}${judged.inDoubt ? '?' : ''}${judged.changed ? '!' : ''}`
  })
}
const silence = (pattern: string): Measured[] =>
  [...pattern].map((sign) => ({ answered: sign === '.', value: null }))
const values = (...some: number[]): Measured[] => some.map((value) => ({ answered: true, value }))

describe('silence', () => {
  test('is confirmed by the third loss in a row, and over with the second answer', () => {
    expect(follow(lost, silence('.xxx..'))).toEqual(['ok', 'ok?', 'ok?', 'critical!', 'critical?', 'ok!'])
  })
  test('a single loss says nothing; a single answer between losses begins anew', () => {
    expect(follow(lost, silence('x.xx.xxx'))).toEqual([
      'ok?',
      'ok',
      'ok?',
      'ok?',
      'ok',
      'ok?',
      'ok?',
      'critical!',
    ])
  })
  test('one answer of a device that is down does not raise it', () => {
    expect(follow(lost, silence('.x.x'), 'critical')).toEqual([
      'critical?',
      'critical',
      'critical?',
      'critical',
    ])
  })
})

describe('a threshold', () => {
  test('that is passed holds until the value is behind the recovery limit', () => {
    expect(follow(load, values(85, 85, 75, 75, 69, 69))).toEqual([
      'ok?',
      'warning!',
      'warning',
      'warning',
      'warning?',
      'ok!',
    ])
  })
  test('goes from warning to critical and comes back the same way', () => {
    expect(follow(load, values(96, 96, 92, 92, 89, 89, 60, 60))).toEqual([
      'ok?',
      'critical!',
      'critical',
      'critical',
      'critical?',
      'warning!',
      'warning?',
      'ok!',
    ])
  })
  test('of two levels by turns is in a row', () => {
    expect(follow(load, values(85, 96))).toEqual(['ok?', 'critical!'])
  })
  test('below works the other way round', () => {
    const charge: ThresholdRule = {
      ...load,
      direction: 'below',
      warning: { at: 20, recovery: 30 },
      critical: null,
    }
    expect(follow(charge, values(15, 15, 25, 31, 31))).toEqual([
      'ok?',
      'warning!',
      'warning',
      'warning?',
      'ok!',
    ])
  })
  test('without limits never holds', () => {
    expect(follow({ ...load, warning: null, critical: null }, values(1e9, 1e9))).toEqual(['ok', 'ok'])
  })
  test('that a person set replaces the template’s, and null switches a level off', () => {
    const [rule] = rulesFor([load], { load: { warning: { at: 10, recovery: 5 }, critical: null, times: 1 } })
    expect(follow(rule!, values(96, 4, 4))).toEqual(['warning!', 'warning?', 'ok!'])
    expect(rulesFor([load, lost], { load: { isOff: true } })).toEqual([lost])
  })
})

test('a restart is told until the device has been up for a while', () => {
  const restarted: Rule = {
    name: 'restarted',
    kind: 'restart',
    metric: 'uptime',
    state: 'warning',
    forMs: 600_000,
    times: 1,
    recoverTimes: 1,
  }
  const uptimes = (...some: [number, boolean][]): Measured[] =>
    some.map(([value, isNew]) => ({ answered: true, value, restarted: isNew }))
  expect(follow(restarted, uptimes([30, false], [20, true], [80, false], [601, false]))).toEqual([
    'ok',
    'warning!',
    'warning',
    'ok!',
  ])
})
