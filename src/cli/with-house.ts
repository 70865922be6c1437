import { startHouse, type RunningHouse } from '#kernel/house'
import type { Config } from '#kernel/config'
import { domains } from '../app.ts'
import { joinGround, migrationFault } from './ground.ts'
import { version } from './version.ts'

/**
 * Runs one command of the console on the house's own ground, beside a Vigie that runs or without one: nothing listens,
 * no cycle turns.
 */
export async function withHouse<R>(run: (house: RunningHouse, config: Config) => Promise<R>): Promise<R> {
  const ground = await joinGround()
  try {
    const config: Config = { ...ground.config, roles: [] }
    const house = await startHouse({ ...ground, config, domains, version }).catch((error: unknown) => {
      throw migrationFault(error)
    })
    try {
      return await run(house, config)
    } finally {
      await house.stop()
    }
  } finally {
    await ground.close()
  }
}
