import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  fullAccess,
  isEmpty,
  noAccess,
  type Access,
  type Actor,
  type Language,
  type Person,
  type Right,
} from '../access.ts'
import { Problem } from '../errors.ts'
import { askedLanguage, languageOf, type Sentences } from '../i18n.ts'
import { uuidPattern } from '../ids.ts'
import type { Ground, Operation } from '../operations.ts'
import type { FairQueue } from './fair-queue.ts'
import { refuseForgery } from './forgery.ts'
import { parseInput } from './input.ts'
import { networkOf } from './network.ts'

export interface MountGround extends Ground {
  sentences: Sentences
  authenticate(request: FastifyRequest): Promise<Actor>

  /** Counts and times each call, for `/metrics`. */
  measured(operation: string, status: number, ms: number): void
}

export const apiPrefix = '/api/v1'

/**
 * Makes the route of one operation. Nothing else reaches the verbs. What anybody may ask waits in a queue of its own, so
 * that it never takes all connections from those who are signed in; an endpoint sees to itself.
 */
export function mountOperation(
  server: FastifyInstance,
  operation: Operation,
  ground: MountGround,
  anybody: FairQueue,
): void {
  const [method = 'GET'] = operation.route.split(' ')
  server.route({
    method,
    url: urlOf(operation),
    bodyLimit: operation.bodyLimit,
    handler: isQueued(operation)
      ? (request, reply) =>
          anybody.run(networkOf(request.ip), () => answer(operation, ground, request, reply))
      : (request, reply) => answer(operation, ground, request, reply),
  })
}

const isQueued = ({ right, kind }: Operation) => right === 'public' && kind !== 'endpoint'

/** The address that an operation is reached under, as a pattern. */
export function urlOf(operation: Operation): string {
  const path = operation.route.split(' ')[1]!
  return operation.outsideApi ? path : `${apiPrefix}${path}`
}

/** Every address answers the methods that it does not take with 405 and those that it takes (RFC 9110, 15.5.6). */
export function refuseOtherMethods(server: FastifyInstance, url: string, methods: readonly string[]): void {
  const taken = methods.includes('GET') ? ['HEAD', ...methods] : methods
  const allow = taken.toSorted().join(', ')
  const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((one) => !taken.includes(one))
  const refuse = async () => {
    throw new Problem('method-not-allowed', { headers: { allow } })
  }
  // Before the body is read: neither its form nor its size matters here.
  server.route({ method: others, url, onRequest: refuse, handler: refuse })
}

async function answer(
  operation: Operation,
  ground: MountGround,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const actor = await ground.authenticate(request)
  const language = languageFor(actor, request)
  request.language = language
  refuseForgery(actor, request)
  const access = accessFor(operation, actor, request)
  const input = parseInput(operation, request, language, ground.sentences)
  const result = await operation.execute(
    {
      input,
      actor,
      access,
      language,
      say: (key, params) => ground.sentences.t(language, key, params),
      address: request.ip,
      ifMatch: request.headers['if-match'],
      idempotencyKey: one(request.headers['idempotency-key']),
      body: Buffer.isBuffer(request.body) ? request.body : undefined,
      request,
      reply,
    },
    ground,
  )
  if (operation.kind === 'endpoint') return result
  return sendResult(operation, result, reply)
}

function sendResult(operation: Operation, result: unknown, reply: FastifyReply): unknown {
  if (result === undefined || result === null) return reply.code(204).send()
  const output = operation.output.parse(result)
  const version = (output as { version?: unknown }).version
  if (typeof version === 'number') reply.header('etag', `"${version}"`)
  // Answers hold what one person may see: neither a proxy nor the browser keeps them.
  return reply.code(operation.status).header('cache-control', 'no-store').send(output)
}

/** A right, or 401 for who is not signed in, 403 for who is. */
function accessFor(operation: Operation, actor: Actor, request: FastifyRequest): Access {
  if (operation.right === 'public') return noAccess
  if (actor.kind === 'anonymous') throw new Problem('not-signed-in')
  if (actor.kind === 'system') return fullAccess
  if (operation.right === 'signed-in') return noAccess
  if (operation.right === 'own-account') {
    if (actor.isLimited) throw new Problem('not-allowed', { reason: 'kernel:problem.limitedToken' })
    return noAccess
  }
  if (operation.over === 'everything') return overEverything(actor, operation.right)
  const chosen = one(request.headers['vigie-organisation'])
  if (chosen && !uuidPattern.test(chosen)) throw new Problem('malformed-request')
  const access = actor.access(operation.right, chosen)
  if (isEmpty(access))
    throw new Problem('not-allowed', {
      reason: 'kernel:problem.rightMissing',
      params: { right: operation.right },
    })
  return access
}

/** Whichever organisation the screen shows: what belongs to the whole house is not narrowed to one. */
function overEverything(actor: Person, right: Right): Access {
  const access = actor.access(right)
  if (access.everything) return access
  throw new Problem('not-allowed', {
    reason: isEmpty(access) ? 'kernel:problem.rightMissing' : 'kernel:problem.rightOverEverything',
    params: { right },
  })
}

/** A person's own language; for a script with his token, the one that it asks for. */
function languageFor(actor: Actor, request: FastifyRequest): Language {
  const asked = request.headers['accept-language']
  if (actor.kind !== 'person') return languageOf(asked)
  return ('token' in actor.by && askedLanguage(asked)) || actor.language
}

function one(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

declare module 'fastify' {
  interface FastifyRequest {
    language?: Language
  }
}
