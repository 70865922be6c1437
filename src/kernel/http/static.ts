import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../errors.ts'

/**
 * The web UI: files with a hash in their name are kept for ever, everything else that is not the API is the one page,
 * which finds its way by the address.
 */
export function addWeb(
  server: FastifyInstance,
  folder = new URL('../../../dist/web/', import.meta.url),
): void {
  const root = fileURLToPath(folder)
  if (existsSync(root))
    void server.register(fastifyStatic, {
      root,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) =>
        void reply.header(
          'cache-control',
          path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    })
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w{2,5}(\?|$)/.test(request.url)
    if (!isPage || !existsSync(root)) throw new Problem('not-found')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
