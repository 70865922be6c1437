import { expect, test } from 'vitest'
import { silentLog } from '#kernel/log'
import { createSnmpEngine } from '#protocols/snmp/index'
import type { CheckChange, RuleChange } from '../states/commit.ts'
import type { State } from '../contract/words.ts'
import { ping } from '../templates/ping.ts'
import { rulesFor } from '../templates/rules.ts'
import type { LiveAsset } from './live.ts'
import { createSupervisor } from './supervisor.ts'
import { createWheel } from './wheel.ts'

const asset = (state: State | null): LiveAsset => ({
  id: 'sw-1',
  organisationId: 'org',
  siteId: null,
  address: '192.0.2.90',
  access: undefined,
  checks: [
    {
      id: 'ping of sw-1',
      name: '',
      settings: {},
      isOfHouse: false,
      template: ping,
      intervalMs: 5_000,
      rules: rulesFor(ping.rules, {}),
      watched: new Set(),
      conditions: new Map(),
      state,
    },
  ],
  series: new Map(),
})

/** A supervisor whose pings come back as the test says, and what it says of them. */
function supervised() {
  const wheel = createWheel(() => undefined)
  const snmp = createSnmpEngine()
  const said: (RuleChange | CheckChange)[] = []
  let heard: (rtt: number | null) => void = () => undefined
  const supervisor = createSupervisor({
    wheel,
    snmp,
    log: silentLog,
    pings: {
      watch(_address, _everyMs, hear) {
        heard = (rtt) => void hear(rtt, false)
        return { soon: () => undefined, end: () => undefined }
      },
    },
    collector: {
      put: () => undefined,
      flush: async () => undefined,
      health: () => ({ stored: 0, waiting: 0, lost: 0 }),
    },
    announcer: {
      say: (changes) => void said.push(...changes),
      flush: async () => undefined,
      forget: () => undefined,
      waiting: () => 0,
    },
  })
  const end = () => {
    supervisor.dropAll()
    wheel.stop()
    snmp.close()
  }
  return { supervisor, said, heard: (rtt: number | null) => heard(rtt), end }
}

test('two losses in a row say nothing, the third does; one answer says nothing, the second does', () => {
  const { supervisor, heard, said, end } = supervised()
  supervisor.take(asset('ok'))
  const told = (rtt: number | null) => {
    said.length = 0
    heard(rtt)
    return said.map((change) => (change.kind === 'rule' ? `${change.rule} ${change.state}` : change.state))
  }
  expect([told(null), told(null)]).toEqual([[], []])
  // One that answers in between begins it anew.
  expect([told(1.5), told(null), told(null)]).toEqual([[], [], []])
  expect(told(null)).toEqual(['ping.lost critical', 'critical'])
  expect([told(1.5), told(null), told(1.5)]).toEqual([[], [], []])
  expect(told(1.5)).toEqual(['ping.lost ok', 'ok'])
  end()
})

test('what was put to rest and woken between two looks of its worker is told anew', () => {
  const { supervisor, heard, said, end } = supervised()
  const fails = () => {
    said.length = 0
    for (let turn = 0; turn < 4; turn++) heard(null)
    return said.filter(({ kind }) => kind === 'rule').length
  }
  supervisor.take(asset(null))
  expect(fails()).toBe(1)
  // Loaded anew because something else of it changed: told already.
  supervisor.take(asset('critical'))
  expect(fails()).toBe(0)
  supervisor.take(asset(null))
  expect(fails()).toBe(1)
  end()
})
