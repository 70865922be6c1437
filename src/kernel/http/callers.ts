import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../access.ts'
import type { FairQueue } from './fair-queue.ts'
import { networkOf } from './network.ts'

type Authenticate = (request: FastifyRequest) => Promise<Actor>

/** Of how many credentials it is remembered that they opened something. */
const mostKnown = 20_000

/**
 * Asks who sends a request. A credential that has opened nothing yet waits its turn, by network: invented ones then take
 * no connections from those who are signed in. What is remembered opens nothing: each request is asked anew.
 */
export function knownFirst(authenticate: Authenticate, newcomers: FairQueue): Authenticate {
  const known = new Set<string>()

  function note(key: string, actor: Actor): Actor {
    known.delete(key)
    if (actor.kind === 'anonymous') return actor
    known.add(key)
    if (known.size > mostKnown) known.delete(known.values().next().value!)
    return actor
  }

  return async (request) => {
    const { authorization = '', cookie = '' } = request.headers
    if (!authorization && !cookie) return authenticate(request)
    const key = createHash('sha256').update(`${authorization}\n${cookie}`).digest('base64')
    const ask = async () => note(key, await authenticate(request))
    return known.has(key) ? ask() : newcomers.run(networkOf(request.ip), ask)
  }
}
