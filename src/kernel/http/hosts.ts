import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { Problem } from '../errors.ts'

/**
 * Machines ask for these under whatever name they know us by (a balancer, Prometheus in the same network): the first says
 * only that we are well, the second answers nothing to who brings no token.
 */
const underAnyName: ReadonlySet<string> = new Set(['/api/health', '/metrics'])

/** Names by which we are asked for, in small letters: of the public address, of the listener, of this machine. */
export function ownHosts({ url, listen }: Pick<Config, 'url' | 'listen'>): ReadonlySet<string> {
  return new Set([new URL(url).hostname, listen.host, hostname()].map((name) => name.toLowerCase()))
}

/**
 * Refuses who asks for another machine. Anybody may let a name of his own lead to us (DNS rebinding): a page of his, open
 * in a browser inside, would then read what is public here, since the browser takes us for his site. An address without a
 * name, and the names of loopback, are in nobody's hand.
 * @throws Problem `misdirected-request`
 */
export function refuseOtherHosts(own: ReadonlySet<string>, request: FastifyRequest): void {
  if (underAnyName.has(request.routeOptions.url ?? '')) return
  const name = nameOf(request.host)
  if (isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || own.has(name)) return
  throw new Problem('misdirected-request', {
    reason: 'kernel:problem.otherHost',
    params: { host: name.slice(0, 255) },
  })
}

/** Without the port, the brackets of IPv6 and the dot that ends a whole name. */
function nameOf(host: string): string {
  const [, inBrackets, name = ''] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(host) ?? []
  return (inBrackets ?? name).toLowerCase().replace(/\.$/, '')
}
