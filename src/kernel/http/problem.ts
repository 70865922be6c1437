import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Language } from '../access.ts'
import { Problem, type FieldError } from '../errors.ts'
import { problemOfDatabase } from '../errors/of-database.ts'
import type { Sentences } from '../i18n.ts'
import type { Log } from '../log.ts'
import { issueSentence } from './issue-sentence.ts'
import { plainIssues } from './issues.ts'

/** What zod refused, field by field. Field names are those of the input (`items.3.name`). */
export function problemOfZod(error: z.ZodError, language: Language, sentences: Sentences): Problem {
  const errors = plainIssues(error.issues).flatMap((issue): FieldError[] => {
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
