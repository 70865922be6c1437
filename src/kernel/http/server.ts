import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { monotonicMs } from '../clock.ts'
import { Problem } from '../errors.ts'
import { languageOf, type Sentences } from '../i18n.ts'
import { newId } from '../ids.ts'
import type { Log } from '../log.ts'
import type { Operation } from '../operations.ts'
import { knownFirst } from './callers.ts'
import { fairQueue } from './fair-queue.ts'
import { refuseOtherHosts } from './hosts.ts'
import { mountOperation, refuseOtherMethods, urlOf, type MountGround } from './mount.ts'
import { problemDocument, problemOf, sendProblem } from './problem.ts'

export interface ServerOptions {
  tls?: { cert: string; key: string } | undefined
  trustedProxies: string[]
  /** The names under which we are asked for. */
  ownHosts: ReadonlySet<string>
  log: Log
}

/**
 * What anybody may ask: two at once leave eight connections, and processor time, to who is signed in (a password takes
 * some 30 ms of a core). An office behind one address signs in within the patience; a flood makes only its own wait.
 */
const ofAnybody = { atOnce: 2, mostOfLane: 40, mostOfAll: 200, patienceMs: 5_000 }
/** What looks a credential up for the first time (a millisecond or two each): an office that comes back after a restart. */
const ofNewcomers = { atOnce: 3, mostOfLane: 2_000, mostOfAll: 10_000, patienceMs: 10_000 }

/** The HTTP server with every operation mounted; static files and documents are added by the caller before it listens. */
export function createServer(
  operations: readonly Operation[],
  ground: MountGround,
  options: ServerOptions,
): FastifyInstance {
  const answerError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const language = request.language ?? languageOf(request.headers['accept-language'])
    return sendProblem(reply, problemOf(error, options.log, request), language, ground.sentences, request.id)
  }
  const server = fastify({
    ...(options.tls ? { https: options.tls } : {}),
    trustProxy: options.trustedProxies.length > 0 ? options.trustedProxies : false,
    genReqId: () => newId(),
    // What is being answered is waited for by whoever closes (`followRequests`).
    forceCloseConnections: 'idle',
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 2_000 },
    // Before any hook: an address that is no URL reaches no route.
    frameworkErrors: (error, request, reply) =>
      void answerError(error, request, reply.headers(securityHeaders) as unknown as FastifyReply),
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket, ground.sentences),
    logger: false,
  }) as unknown as FastifyInstance
  void server.register(cookie)
  takeBodies(server, new Set(operations.flatMap(({ consumes }) => consumes ?? [])))
  server.addHook('onRequest', async (request, reply) => {
    request.began = monotonicMs()
    reply.headers(securityHeaders)
    refuseOtherHosts(options.ownHosts, request)
  })
  server.addHook('onResponse', async (request, reply) => {
    ground.measured(
      request.routeOptions.url ?? 'none',
      reply.statusCode,
      monotonicMs() - (request.began ?? 0),
    )
  })
  server.setErrorHandler(answerError)
  const anybody = fairQueue(ofAnybody)
  const asking = { ...ground, authenticate: knownFirst(ground.authenticate, fairQueue(ofNewcomers)) }
  void server.register(async (scope) => {
    for (const operation of operations) mountOperation(scope, operation, asking, anybody)
    for (const [url, methods] of methodsByUrl(operations)) refuseOtherMethods(scope, url, methods)
  })
  return server
}

function methodsByUrl(operations: readonly Operation[]): Map<string, string[]> {
  const byUrl = new Map<string, string[]>()
  for (const operation of operations)
    byUrl.set(urlOf(operation), [...(byUrl.get(urlOf(operation)) ?? []), operation.route.split(' ')[0]!])
  return byUrl
}

/** What Node's own parser refuses never reaches a handler; the caller still gets a problem document. */
function answerUnreadable(error: Error & { code?: string }, socket: Socket, sentences: Sentences): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const problem = new Problem(
    error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'malformed-request',
  )
  const body = JSON.stringify(problemDocument(problem, 'fr', sentences, newId()))
  socket.end(
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\ncontent-type: application/problem+json\r\n` +
      `content-language: fr\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  )
}

/** JSON is parsed, what an operation declared that it takes raw stays a buffer, and nothing else is read. */
function takeBodies(server: FastifyInstance, raw: ReadonlySet<string>): void {
  server.removeAllContentTypeParsers()
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    if (body === '') return done(null, undefined)
    try {
      done(null, JSON.parse(body as string, keepable))
    } catch (error) {
      done(
        error instanceof Problem
          ? error
          : new Problem('malformed-request', { reason: 'kernel:problem.notJson' }),
      )
    }
  })
  server.addContentTypeParser([...raw], { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
}

/** Half of a surrogate pair is no character: the database replaces it in a text, and refuses it in a document. */
function keepable(this: unknown, key: string, value: unknown): unknown {
  if (key === '__proto__' || key === 'constructor') throw new Error('forbidden key')
  if (!key.isWellFormed() || (typeof value === 'string' && !value.isWellFormed()))
    throw new Problem('invalid-input', { reason: 'kernel:problem.badText' })
  return value
}

const securityHeaders = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; " +
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self)',
}

declare module 'fastify' {
  interface FastifyRequest {
    began?: number
  }
}
