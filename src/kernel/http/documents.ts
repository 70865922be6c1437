import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { Problem, problemCodes } from '../errors.ts'
import { startFaultCodes } from '../start/fault.ts'
import { refuseOtherMethods } from './mount.ts'
import { apiPage, problemPage } from './pages.ts'

const codes: ReadonlySet<string> = new Set([...Object.keys(problemCodes), ...startFaultCodes])

/** The documents of the API: OpenAPI, a page to read it, a page for each problem. All public: they hold no data. */
export function addDocuments(server: FastifyInstance, document: Record<string, unknown>): void {
  const text = JSON.stringify(document)
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(text))
  server.get('/api/docs', (_request, reply) => reply.type('text/html; charset=utf-8').send(apiPage(document)))
  server.get<{ Params: { code: string } }>('/api/problems/:code', async (request, reply) => {
    const { code } = request.params
    if (!codes.has(code)) throw new Problem('not-found')
    const page = await readFile(new URL(`../../../docs/errors/${code}.md`, import.meta.url), 'utf8')
    return reply.type('text/html; charset=utf-8').send(problemPage(code, page))
  })
  for (const url of ['/api/openapi.json', '/api/docs', '/api/problems/:code'])
    refuseOtherMethods(server, url, ['GET'])
}
