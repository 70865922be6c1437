import type { FastifyRequest } from 'fastify'
import type { Language } from '../access.ts'
import { Problem } from '../errors.ts'
import type { Sentences } from '../i18n.ts'
import type { Operation } from '../operations.ts'
import { problemOfZod } from './problem.ts'

/**
 * The input of an operation: path parameters, and the rest from one place. That is the query string where there is no
 * body of fields (GET, DELETE, a file sent raw), else the body: an address that somebody is led to never fills a write.
 */
export function parseInput(
  operation: Operation,
  request: FastifyRequest,
  language: Language,
  sentences: Sentences,
): unknown {
  refuseType(operation, request)
  const merged = {
    ...bodyOf(operation, request),
    ...queryOf(operation, request),
    ...(request.params as object),
  }
  const parsed = operation.input.safeParse(merged)
  if (!parsed.success) throw problemOfZod(parsed.error, language, sentences)
  return parsed.data
}

function hasBodyOfFields(operation: Operation): boolean {
  return !/^(GET|DELETE) /.test(operation.route) && operation.consumes === undefined
}

/** What the operation does not take is refused by its type: browsers send other sites' forms as text. */
function refuseType({ consumes, route }: Operation, { headers }: FastifyRequest): void {
  const given = headers['content-type']
  if (given === undefined || route.startsWith('GET ')) return
  const type = given.split(';')[0]!.trim().toLowerCase()
  if (!(consumes ?? ['application/json']).includes(type)) throw new Problem('unsupported-media-type')
}

function queryOf(operation: Operation, request: FastifyRequest): object {
  const query = request.query as object
  if (!hasBodyOfFields(operation)) return query
  if (Object.keys(query).length === 0) return {}
  throw new Problem('malformed-request', { reason: 'kernel:problem.queryOnWrite' })
}

function bodyOf(operation: Operation, request: FastifyRequest): object {
  const { body } = request
  if (body === undefined || body === null || Buffer.isBuffer(body)) return {}
  if (typeof body !== 'object' || Array.isArray(body))
    throw new Problem('malformed-request', { reason: 'kernel:problem.bodyObject' })
  if (operation.kind === 'query') return {}
  return body
}
