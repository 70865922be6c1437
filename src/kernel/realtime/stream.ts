import type { FastifyReply } from 'fastify'
import type { Actor, Person } from '../access.ts'
import { Problem } from '../errors.ts'
import { markEndless } from '../http/running.ts'
import type { Hub } from './hub.ts'

const heartbeatMs = 15_000
/** A browser that does not read is cut off; it comes back and reads everything again. */
const mostBufferedBytes = 1 << 20
/** Of one person: the tabs of a browser share one, those of an old browser have one each. */
const mostStreams = 50

export const streamHeaders = {
  'content-type': 'text/event-stream',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

/**
 * Answers with server-sent events until either side ends. The session is looked at again with each heartbeat, and at
 * once where rights move.
 * @throws Problem `too-many-requests`: one more is refused rather than the oldest closed, which would come back at once
 *   and close the next, for ever
 */
export function openStream(
  hub: Hub,
  reply: FastifyReply,
  person: Person,
  authenticate: () => Promise<Actor>,
): void {
  if (hub.streamsOf(person.id) >= mostStreams)
    throw new Problem('too-many-requests', {
      reason: 'kernel:problem.tooManyStreams',
      params: { most: mostStreams },
      headers: { 'retry-after': String(heartbeatMs / 1000) },
    })
  let current: Actor = person
  reply.hijack()
  const { raw } = reply
  markEndless(raw)
  // It left while its session was looked at: nothing would ever say that it is gone.
  if (raw.destroyed) return
  raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...streamHeaders })
  const write = (text: string) => {
    if (raw.writableLength > mostBufferedBytes) raw.destroy()
    else raw.write(text)
  }
  write('retry: 1000\nevent: hello\ndata: {}\n\n')
  const resync = () => void write('event: resync\ndata: {}\n\n')
  const become = (actor: Actor) => {
    const before = current
    current = actor
    if (actor.kind === 'anonymous') raw.end()
    // What one may see is another: what is on screen, and which pages there are, is read again.
    else if (grantsOf(actor) !== grantsOf(before)) resync()
  }
  const unsubscribe = hub.subscribe({
    personId: person.id,
    signedBy: 'session' in person.by ? person.by.session : person.by.token,
    actor: () => current,
    authenticate,
    become,
    send: (event) => write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`),
    resync,
  })
  const heartbeat = setInterval(() => {
    authenticate().then(
      (actor) => {
        become(actor)
        if (actor.kind !== 'anonymous') write(': here\n\n')
      },
      // The database is away: the stream stays, the next heartbeat asks again.
      () => write(': waiting\n\n'),
    )
  }, heartbeatMs)
  raw.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
  })
}

const grantsOf = (actor: Actor) => (actor.kind === 'person' ? actor.grants() : '')
