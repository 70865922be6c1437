import type { FastifyRequest } from 'fastify'
import type { Actor } from '../access.ts'
import { Problem } from '../errors.ts'

/**
 * A write that carries a session cookie must come from a page of ours: browsers let no other site set this header
 * without asking first (and we never agree). What a browser says comes from another site is refused whoever sends it:
 * signing in needs no cookie, and would sign the person in as somebody else.
 */
export function refuseForgery(actor: Actor, request: FastifyRequest): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const byCookie = actor.kind === 'person' ? 'session' in actor.by : request.headers.cookie !== undefined
  if (byCookie && request.headers['x-vigie-request'] === undefined) throw new Problem('forged-request')
  if (isFromElsewhere(request)) throw new Problem('forged-request')
}

/** Scripts send neither header. A proxy may rename us, so that the browser's own judgement goes before the names. */
function isFromElsewhere({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  if (site === 'same-origin' || site === 'none') return false
  if (site === 'cross-site') return true
  const { origin } = headers
  if (origin === undefined) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
