import { readFile } from 'node:fs/promises'
import type { FastifyInstance } from 'fastify'
import { Problem, problemCodes } from '../errors.ts'
import { languageOf } from '../i18n.ts'
import { apiPage, problemPage } from './pages.ts'

/** The documents of the API: OpenAPI, a page to read it, a page for each problem. All public: they hold no data. */
export function addDocuments(server: FastifyInstance, document: Record<string, unknown>): void {
  const text = JSON.stringify(document)
  server.get('/api/openapi.json', (_request, reply) => reply.type('application/json').send(text))
  server.get('/api/docs', (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(apiPage(document, languageOf(request.headers['accept-language']))),
  )
  server.get<{ Params: { code: string } }>('/api/problems/:code', async (request, reply) => {
    const { code } = request.params
    if (!Object.hasOwn(problemCodes, code)) throw new Problem('not-found')
    const page = await readFile(new URL(`../../../docs/errors/${code}.md`, import.meta.url), 'utf8')
    return reply.type('text/html; charset=utf-8').send(problemPage(code, page))
  })
}
