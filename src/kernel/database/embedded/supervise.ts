import type { StartLog } from '#kernel/start/log'
import type { Ending, Server } from './server.ts'

/** What is told when the server ended although nobody asked it to. */
export type Crash = Ending & { restartInMs: number }

/** A server that is started again whenever it ends by itself. */
export type Supervised = {
  /** The process that runs now, or that ran last. */
  pid(): number
  /** Resolves after `stop`. */
  exited: Promise<void>
  stop(): Promise<void>
}

const firstWaitMs = 100
const longestWaitMs = 10_000
const calmMs = 60_000

/** Keeps a server running with `start`, waiting twice as long after each crash, and afresh after a calm minute. */
export function supervise(
  first: Server,
  start: () => Promise<Server>,
  log: StartLog,
  onCrash: (crash: Crash) => void,
): Supervised {
  let server = first
  let isStopping = false
  const stopping = Promise.withResolvers<void>()
  const watch = async () => {
    let waitMs = firstWaitMs
    while (!isStopping) {
      const begun = performance.now()
      const ending = await server.ended
      if (isStopping) return
      waitMs = performance.now() - begun > calmMs ? firstWaitMs : waitMs
      log.error({ ...ending, restartInMs: waitMs }, 'PostgreSQL ended by itself and is started again')
      onCrash({ ...ending, restartInMs: waitMs })
      await pauseOr(stopping.promise, waitMs)
      waitMs = Math.min(waitMs * 2, longestWaitMs)
      if (!isStopping) server = await start().catch((error: unknown) => failedServer(server, error, log))
    }
    // `stop` may have been asked for while a new server was starting.
    await server.stop()
  }
  const exited = watch()
  return {
    pid: () => server.pid,
    exited,
    async stop() {
      isStopping = true
      stopping.resolve()
      await server.stop()
      await exited
    },
  }
}

function failedServer(last: Server, error: unknown, log: StartLog): Server {
  log.error({ err: error }, 'PostgreSQL could not be started again')
  return { pid: last.pid, ended: Promise.resolve({ code: null, signal: null }), stop: async () => {} }
}

async function pauseOr(sooner: Promise<void>, waitMs: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, waitMs)
  await Promise.race([sooner, promise])
  clearTimeout(timer)
}
