import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../access.ts'
import type { Hub } from './hub.ts'

const heartbeatMs = 15_000
/** A browser that does not read is cut off; it comes back and reads everything again. */
const mostBufferedBytes = 1 << 20

/**
 * Answers with server-sent events until either side ends. The session is looked at again with each heartbeat, and at
 * once where rights move.
 */
export function openStream(
  hub: Hub,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
  authenticate: (request: FastifyRequest) => Promise<Actor>,
): void {
  let current = actor
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  })
  const write = (text: string) => {
    if (raw.writableLength > mostBufferedBytes) raw.destroy()
    else raw.write(text)
  }
  write('retry: 1000\nevent: hello\ndata: {}\n\n')
  const renew = async () => {
    current = await authenticate(request)
    if (current.kind === 'anonymous') raw.end()
  }
  const unsubscribe = hub.subscribe({
    actor: () => current,
    renew,
    send: (event) => write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`),
    resync: () => write('event: resync\ndata: {}\n\n'),
  })
  const heartbeat = setInterval(() => {
    renew().then(
      () => current.kind !== 'anonymous' && write(': here\n\n'),
      // The database is away: the stream stays, the next heartbeat asks again.
      () => write(': waiting\n\n'),
    )
  }, heartbeatMs)
  raw.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
  })
}
