import type { Engine, House } from '#kernel/domain'
import type { Database, Tx } from '#kernel/database'
import { createSnmpEngine } from '#protocols/snmp/index'
import { builtinStore } from '../series/builtin/store.ts'
import { createTeller } from '../tell/tell.ts'
import type { SupervisionTables } from '../tables.ts'
import { checksChannel } from '../checks/lease.ts'
import { sql } from 'kysely'
import { createAnnouncer } from './announcer.ts'
import { createCollector } from './collector.ts'
import { claim, leased, release, takeStale } from './leases.ts'
import { loadAssets } from './load.ts'
import { createMembership, type Beat } from './membership.ts'
import { createPings } from './pings.ts'
import { createSupervisor } from './supervisor.ts'
import { createWheel } from './wheel.ts'
import { createHealthTeller } from './told-health.ts'

/** A worker's part in supervision: it holds a share of the assets, measures and judges them. */
export interface SupervisionEngine extends Engine {
  /** Shows that it lives, follows changes, takes and gives assets so that all workers have as many. */
  beat(): Promise<void>
}

/** A worker that could not reach the database for so long is not well. */
const unwellAfterMs = 15_000
const mostTakenAtOnce = 500

export function createEngine(house: House): SupervisionEngine {
  const { database, log } = house
  const system = <R>(run: Parameters<typeof database.system<SupervisionTables, R>>[0]) => database.system(run)
  const membership = createMembership()
  const wheel = createWheel((error) =>
    log.error({ err: error }, 'a check failed in a way that was not expected'),
  )
  const snmp = createSnmpEngine()
  const pings = createPings(log)
  const collector = createCollector(database, builtinStore, membership, log)
  const announcer = createAnnouncer({
    system: (run) => house.cycleContext.system(run),
    membership,
    tell: createTeller(house),
    log,
  })
  const supervisor = createSupervisor({ wheel, snmp, pings, collector, announcer, log })
  const health = createHealthTeller({ membership, wheel, supervisor, collector, announcer, snmp, pings })
  let lastBeatMs = performance.now()
  let stopped = false

  async function beat(): Promise<void> {
    if (stopped) return
    const { found, taken, gone } = await system(async (tx) => {
      const found = await membership.beat(tx)
      if (found.wasFenced) return { found, taken: [], gone: [] }
      return { found, ...(await follow(tx, found)) }
    })
    lastBeatMs = performance.now()
    if (found.wasFenced) {
      log.warn('another worker took over while this one stood still; it begins anew')
      supervisor.dropAll()
      announcer.forget()
      return beat()
    }
    for (const assetId of gone) supervisor.drop(assetId)
    for (const asset of taken) supervisor.take(asset)
    await giveBack(found)
    await health.tell(database)
  }

  /** Loads what is new, what has changed, and finds what is no longer ours. */
  async function follow(tx: Tx<SupervisionTables>, { leases, workers }: Beat) {
    const share = Math.ceil(leases.total / workers)
    const stale = leases.stale > 0 ? await takeStale(tx, membership.id) : []
    const room = Math.min(share - leases.mine, mostTakenAtOnce)
    const claimed = leases.free > 0 && room > 0 ? await claim(tx, membership.id, room) : []
    const expected = leases.mine + claimed.length
    const held = supervisor.held()
    const known = new Set(held)
    const isSame = expected === held.length + claimed.filter((id) => !known.has(id)).length
    const mine = isSame ? undefined : await leased(tx, membership.id)
    const unknown = mine ? mine.filter((id) => !known.has(id)) : claimed
    const wanted = [...new Set([...stale, ...unknown])]
    const loaded = await loadAssets(tx, wanted)
    return {
      taken: [...loaded.values()],
      gone: [
        ...wanted.filter((id) => !loaded.has(id)),
        ...(mine ? held.filter((id) => !mine.includes(id)) : []),
      ],
    }
  }

  /** A worker that came later has too few: what is over a fair share is let go, written down first. */
  async function giveBack({ leases, workers }: Beat): Promise<void> {
    const over = supervisor.held().length - Math.ceil(leases.total / workers)
    if (over <= 0) return
    const given = supervisor.held().slice(0, over)
    for (const assetId of given) supervisor.drop(assetId)
    await announcer.flush()
    await system(async (tx) => {
      await release(tx, membership.id, given)
      await sql`select pg_notify(${checksChannel}, '')`.execute(tx)
    })
  }

  async function stop(): Promise<void> {
    stopped = true
    supervisor.dropAll()
    wheel.stop()
    await pings.stop()
    snmp.close()
    await collector.flush()
    await announcer.flush()
    await leave(database, membership.leave).catch((error: Error) =>
      log.warn({ err: error.message }, 'the other workers will notice by themselves that this one is gone'),
    )
  }

  return {
    name: 'supervision',
    isHealthy: () => performance.now() - lastBeatMs < unwellAfterMs,
    metrics: health.metrics,
    beat,
    stop,
  }
}

async function leave(database: Database, run: (tx: Tx<SupervisionTables>) => Promise<void>): Promise<void> {
  await database.system<SupervisionTables, void>(async (tx) => {
    await run(tx)
    await sql`select pg_notify(${checksChannel}, '')`.execute(tx)
  })
}
