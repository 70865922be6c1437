import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../errors.ts'

/**
 * The web UI: files with a hash in their name are kept for ever, everything else that is not the API is the one page,
 * which finds its way by the address. Looked for at each request: the UI may be built anew under a running server, and
 * its page must never name files that this one does not know.
 */
export function addWeb(
  server: FastifyInstance,
  folder = new URL('../../../dist/web/', import.meta.url),
): void {
  const root = fileURLToPath(folder)
  const page = join(root, 'index.html')
  void server.register(fastifyStatic, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.startsWith(join(root, 'assets/')) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  })
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!
    // A file that is gone is not the page: a browser would take it for a script. (/assets/ID is a page, too.)
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w{2,5}$/.test(path)
    if (!isPage || !existsSync(page)) throw new Problem('not-found')
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
