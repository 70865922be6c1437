import type { House } from '#kernel/domain'
import type { Database } from '#kernel/database'
import { cycle } from '#kernel/jobs'
import { checksChannel } from '../checks/lease.ts'
import { holdTeller } from '../tell/ends.ts'
import { createEngine, type SupervisionEngine } from './engine.ts'

/** The engine of each house in this process: tests start several. */
const engines = new WeakMap<Database, SupervisionEngine>()

export async function startEngine(house: House): Promise<SupervisionEngine | undefined> {
  holdTeller(house)
  if (!house.roles.has('worker')) return undefined
  const engine = createEngine(house)
  engines.set(house.database, engine)
  return engine
}

/** Often enough that a worker which died is replaced within ten seconds; at once where something changed. */
export const beat = cycle({
  name: 'supervision.beat',
  everyMs: 2_000,
  wakeOn: [checksChannel],
  run: async ({ database }) => engines.get(database)?.beat(),
})
