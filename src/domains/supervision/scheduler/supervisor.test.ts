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

test('what was put to rest and woken between two looks of its worker is told anew', () => {
  const wheel = createWheel(() => undefined)
  const snmp = createSnmpEngine()
  const said: (RuleChange | CheckChange)[] = []
  let lose = () => undefined as void
  const supervisor = createSupervisor({
    wheel,
    snmp,
    log: silentLog,
    pings: {
      watch(_address, _everyMs, heard) {
        lose = () => heard(null, false)
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
  const fails = () => {
    said.length = 0
    for (let turn = 0; turn < 4; turn++) lose()
    return said.filter(({ kind }) => kind === 'rule').length
  }
  supervisor.take(asset(null))
  expect(fails()).toBe(1)
  // Loaded anew because something else of it changed: told already.
  supervisor.take(asset('critical'))
  expect(fails()).toBe(0)
  supervisor.take(asset(null))
  expect(fails()).toBe(1)
  supervisor.dropAll()
  wheel.stop()
  snmp.close()
})
