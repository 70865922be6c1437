import { beforeEach, describe, expect, test } from 'vitest'
import { snmpBasics } from '../templates/snmp-basics.ts'
import { rulesFor } from '../templates/rules.ts'
import type { State } from '../contract/words.ts'
import { judgeObservation } from './judgement.ts'
import type { LiveAsset, LiveCheck, Observation, Value } from './live.ts'

let asset: LiveAsset
let check: LiveCheck
beforeEach(() => {
  check = {
    id: 'snmp of sw-1',
    name: '',
    settings: {},
    isOfHouse: false,
    template: snmpBasics,
    intervalMs: 60_000,
    rules: rulesFor(snmpBasics.rules, {}),
    watched: new Set(['uplink']),
    conditions: new Map(),
    state: 'ok',
  }
  asset = {
    id: 'sw-1',
    organisationId: 'org',
    siteId: null,
    address: '192.0.2.90',
    access: undefined,
    checks: [check],
    series: new Map(),
  }
})

function judge(seen: Partial<Observation>) {
  const { changes } = judgeObservation({ asset, check, slot: 1, answered: true, values: [], ...seen })
  return changes.map((change) =>
    change.kind === 'rule'
      ? [change.rule, change.component, change.state, change.ended ?? change.cause].filter(Boolean).join(' ')
      : `check ${change.state}`,
  )
}
const port = (component: string, state: 0 | 1): Value[] => [
  { metric: 'if.state', component, value: state },
  { metric: 'if.in', component, value: 5 },
]
const ports = (...names: string[]) => ({ interface: new Set(names) })

describe('a watched interface', () => {
  const down = { values: port('uplink', 0), components: ports('uplink', 'eth0') }
  beforeEach(() => {
    judge(down)
    expect(judge(down)).toEqual(['if.down uplink critical', 'check critical'])
  })

  test('is not well again where its state was not told, though its traffic was', () => {
    const values = [{ metric: 'if.in', component: 'uplink', value: 5 }]
    expect(judge({ values, components: ports('uplink', 'eth0') })).toEqual([])
    expect(check.state).toBe('critical')
  })

  test('is not well again where the table of ports was not read to its end', () => {
    expect(judge({ values: port('eth0', 1) })).toEqual([])
  })

  test('is not well again where it is no longer there', () => {
    expect(judge({ values: port('eth0', 1), components: ports('eth0') })).toEqual([])
    expect(check.state).toBe('critical')
  })

  test('is well again where nobody watches it any more', () => {
    check.watched = new Set()
    expect(judge(down)).toEqual(['if.down uplink ok unwatched', 'check ok'])
  })
})

test('a watched interface that vanishes while it is up is wrong', () => {
  const without = { values: port('eth0', 1), components: ports('eth0') }
  judge({ values: port('uplink', 1), components: ports('uplink', 'eth0') })
  judge(without)
  expect(judge(without)).toEqual(['if.down uplink critical gone', 'check critical'])
  expect(judge({ values: port('uplink', 1), components: ports('uplink', 'eth0') })).toEqual([
    'if.down uplink ok',
    'check ok',
  ])
})

test('what was beyond a limit is over where it is gone, and not where it was not measured once', () => {
  const broken = { values: [{ metric: 'if.in-errors', component: 'eth0', value: 50 }] }
  for (let turn = 0; turn < 3; turn++) judge({ ...broken, components: ports('uplink', 'eth0') })
  expect(check.state).toBe<State>('warning')
  expect(judge({ values: port('uplink', 1), components: ports('uplink', 'eth0') })).toEqual([])
  expect(judge({ values: port('uplink', 1) })).toEqual([])
  const without = { values: port('uplink', 1), components: ports('uplink') }
  expect([judge(without), judge(without), judge(without)]).toEqual([
    [],
    [],
    ['if.in-errors eth0 ok gone', 'check ok'],
  ])
})

test('a volume is not gone because its table could not be read', () => {
  const full = { values: [{ metric: 'storage.used', component: '/', value: 99 }] }
  for (let turn = 0; turn < 2; turn++) judge({ ...full, components: { volume: new Set(['/']) } })
  expect(check.state).toBe<State>('critical')
  const without = { values: port('uplink', 1) }
  for (let turn = 0; turn < 3; turn++) expect(judge({ ...without, components: ports('uplink') })).toEqual([])
  const gone = { ...without, components: { ...ports('uplink'), volume: new Set<string>() } }
  expect([judge(gone), judge(gone)]).toEqual([[], ['storage.full / ok gone', 'check ok']])
})

test('a device that is back and still silent by SNMP is not well in between', () => {
  check.state = 'unreachable'
  const silent = { answered: false }
  expect([judge(silent), judge(silent), judge(silent)]).toEqual([
    [],
    [],
    ['snmp.silent unknown', 'check unknown'],
  ])
})

test('a device that is back and answers is well', () => {
  check.state = 'unreachable'
  expect(judge({ values: port('uplink', 1), components: ports('uplink') })).toEqual(['check ok'])
})
