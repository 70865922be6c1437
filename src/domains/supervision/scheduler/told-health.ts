import { now } from '#kernel/clock'
import type { Database } from '#kernel/database'
import type { SnmpEngine } from '#protocols/snmp/index'
import type { SupervisionTables } from '../tables.ts'
import type { Announcer } from './announcer.ts'
import type { Collector } from './collector.ts'
import type { Membership } from './membership.ts'
import type { Pings } from './pings.ts'
import type { Supervisor, SupervisorHealth } from './supervisor.ts'
import type { Wheel, WheelHealth } from './wheel.ts'

/** How a worker fares, as it tells the others: what the page of the engine's health shows. */
export interface WorkerHealth extends Pick<SupervisorHealth, 'assets' | 'checks' | 'troubled'> {
  wheel: WheelHealth
  values: { stored: number; waiting: number; lost: number }
  changesWaiting: number
  snmp: Record<string, number>
  ping: { way: string; sent: number; lost: number; fault: string | null }
}

interface Parts {
  membership: Membership
  wheel: Wheel
  supervisor: Supervisor
  collector: Collector
  announcer: Announcer
  snmp: SnmpEngine
  pings: Pings
}

const tellEveryMs = 10_000

/** Tells now and then how this worker fares, and says the same as metrics. */
export function createHealthTeller(parts: Parts) {
  let lastToldMs = Number.NEGATIVE_INFINITY
  let lastText = ''
  let lastAssets = -1

  function current(): WorkerHealth {
    const { assets, checks, troubled } = parts.supervisor.health()
    return {
      assets,
      checks,
      troubled,
      wheel: parts.wheel.health(),
      values: parts.collector.health(),
      changesWaiting: parts.announcer.waiting(),
      snmp: { ...parts.snmp.counters },
      ping: parts.pings.health(),
    }
  }

  return {
    /** Where nothing has changed nothing is written: an idle house is idle. */
    async tell(database: Database): Promise<void> {
      const { assets } = parts.supervisor.health()
      // A share that changed is told at once.
      if (performance.now() - lastToldMs < tellEveryMs && assets === lastAssets) return
      lastToldMs = performance.now()
      lastAssets = assets
      const text = JSON.stringify(current())
      if (text === lastText) return
      lastText = text
      await database.system<SupervisionTables, unknown>((tx) =>
        tx
          .updateTable('supervision.workers')
          .set({ health: text, told_at: now().toISOString() })
          .where('id', '=', parts.membership.id)
          .execute(),
      )
    },
    metrics: () => metricLines(current()),
  }
}

function metricLines({
  assets,
  checks,
  wheel,
  values,
  changesWaiting,
  troubled,
  ping,
  snmp,
}: WorkerHealth): string {
  const lines: string[] = []
  const say = (name: string, kind: 'counter' | 'gauge', value: number) =>
    lines.push(`# TYPE vigie_supervision_${name} ${kind}`, `vigie_supervision_${name} ${value}`)
  say('assets', 'gauge', assets)
  say('checks', 'gauge', checks)
  say('checks_running', 'gauge', wheel.running)
  say('turns_skipped_total', 'counter', wheel.skipped)
  say('turn_lateness_seconds', 'gauge', wheel.latestMs / 1_000)
  say('values_stored_total', 'counter', values.stored)
  say('values_waiting', 'gauge', values.waiting)
  say('values_lost_total', 'counter', values.lost)
  say('changes_waiting', 'gauge', changesWaiting)
  say('devices_troubled', 'gauge', troubled.length)
  say('pings_total', 'counter', ping.sent)
  say('pings_lost_total', 'counter', ping.lost)
  for (const [name, value] of Object.entries(snmp)) say(`snmp_${snakeCase(name)}_total`, 'counter', value)
  return `${lines.join('\n')}\n`
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
