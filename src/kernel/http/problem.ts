import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Language } from '../access.ts'
import { Problem, type FieldError } from '../errors.ts'
import type { Sentences } from '../i18n.ts'
import type { Log } from '../log.ts'
import { issueSentence } from './issue-sentence.ts'

/** What zod refused, field by field. Field names are those of the input (`items.3.name`). */
export function problemOfZod(error: z.ZodError, language: Language, sentences: Sentences): Problem {
  const errors = error.issues.flatMap((issue): FieldError[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: [...issue.path, key].join('.'),
        code: 'unknown-field',
        message: sentences.t(language, 'kernel:problem.unknownField'),
      }))
    return [
      { field: issue.path.join('.'), code: issue.code, message: issueSentence(issue, language, sentences) },
    ]
  })
  return new Problem('invalid-input', { errors })
}

/** The document of RFC 9457. The request's identifier is in it, so that a report leads to the log. */
export function problemDocument(
  problem: Problem,
  language: Language,
  sentences: Sentences,
  requestId: string,
) {
  const say = (key: string, params: Record<string, unknown>) =>
    sentences.has(key) ? sentences.t(language, key, params) : key
  const title = sentences.t(language, `kernel:problem.${problem.code}`, problem.params)
  return {
    type: `/api/problems/${problem.code}`,
    title,
    status: problem.status,
    code: problem.code,
    ...(problem.reason ? { detail: say(problem.reason, problem.params) } : {}),
    ...(problem.params.version !== undefined ? { version: problem.params.version } : {}),
    errors: problem.errors.map(({ field, code, message, params }) => ({
      field,
      code: code.replace(/^.*:problem\./, ''),
      message: message ?? say(code, params ?? {}),
    })),
    instance: requestId,
  }
}

/** Any error as a problem: what was not expected is recorded with its stack, and told without it. */
export function problemOf(error: unknown, log: Log, request: FastifyRequest): Problem {
  if (error instanceof Problem) {
    if (error.status >= 500) log.error({ err: error.cause ?? error, requestId: request.id }, error.code)
    return error
  }
  const byDatabase = problemOfDatabase(error)
  if (byDatabase) return byDatabase
  const status = (error as FastifyError).statusCode
  if (status === 413) return new Problem('too-large')
  if (status === 415) return new Problem('unsupported-media-type')
  if (status !== undefined && status >= 400 && status < 500) return new Problem('malformed-request')
  log.error({ err: error, requestId: request.id, url: request.url }, 'unexpected')
  return new Problem('unexpected', { cause: error })
}

/** What the database's own constraints refused: the last line of defence, still told as a problem. */
function problemOfDatabase(error: unknown): Problem | undefined {
  const { code, constraint, table } = (error ?? {}) as { code?: string; constraint?: string; table?: string }
  if (code === '23505')
    return new Problem('already-exists', { errors: fieldOf(constraint, table, 'already-exists') })
  if (code === '23503') return new Problem('in-use', { errors: fieldOf(constraint, table, 'in-use') })
  // A row that row-level security would not let the caller see again: outside his rights.
  if (code === '42501') return new Problem('not-allowed')
  if (code === '23514' || code === '23502')
    return new Problem('invalid-input', { errors: fieldOf(constraint, table, 'check') })
  if (code === '22021' || code === '22P05')
    return new Problem('invalid-input', { reason: 'kernel:problem.badText' })
  if (code === '40001' || code === '40P01')
    return new Problem('conflict', { reason: 'kernel:problem.tryAgain' })
  return undefined
}

/** Constraints are named `table_field_rule`, so that the field can be told. */
function fieldOf(constraint: string | undefined, table: string | undefined, code: string): FieldError[] {
  if (!constraint || !table) return []
  const field = constraint.replace(`${table}_`, '').replace(/_(key|fkey|check|unique)$/, '')
  return [{ field, code: `kernel:problem.${code}` }]
}

export function sendProblem(
  reply: FastifyReply,
  problem: Problem,
  language: Language,
  sentences: Sentences,
  requestId: string,
): FastifyReply {
  return reply
    .code(problem.status)
    .headers(problem.headers)
    .header('content-language', language)
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(problem, language, sentences, requestId)))
}
