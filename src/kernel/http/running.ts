import type { Server as HttpServer, ServerResponse } from 'node:http'
import type { Server as HttpsServer } from 'node:https'

/** Answers that end when their reader leaves: streams of events. */
const endless = new WeakSet<ServerResponse>()

/** Says of an answer that nobody waits for its end: closing does not either. */
export function markEndless(answer: ServerResponse): void {
  endless.add(answer)
}

const lookMs = 50

/** What a server is answering. */
export interface Running {
  /** Ends the streams, and waits until every other answer is out, or for so long. */
  rest(mostMs: number): Promise<void>
}

/** Follows the requests of a server from before it listens. */
export function followRequests(server: HttpServer | HttpsServer): Running {
  const running = new Set<ServerResponse>()
  server.prependListener('request', (_request: unknown, answer: ServerResponse) => {
    running.add(answer)
    answer.on('close', () => running.delete(answer))
  })
  return {
    rest(mostMs) {
      const out = Promise.withResolvers<void>()
      const look = () => {
        // Again and again: a stream may open that was asked for before.
        for (const answer of running) if (endless.has(answer)) answer.end()
        if ([...running].every((answer) => endless.has(answer))) out.resolve()
      }
      const looking = setInterval(look, lookMs)
      const limit = setTimeout(() => out.resolve(), mostMs)
      look()
      return out.promise.finally(() => {
        clearInterval(looking)
        clearTimeout(limit)
      })
    },
  }
}
