import { sql } from 'kysely'
import { isEmpty, type Actor } from '../access.ts'
import type { Database } from '../database.ts'
import { outboxChannel, type EventKind } from '../events.ts'
import type { Notices } from '../jobs/notices.ts'
import type { Log } from '../log.ts'

/** One browser's stream. `actor` is asked for at each event, since rights change while a stream is open. */
export interface Subscriber {
  personId: string
  /** The session or token that opened it: what one may hear, all of the same may. */
  signedBy: string
  actor(): Actor
  /** Who it is now: somebody's rights may have changed. */
  authenticate(): Promise<Actor>
  /** Goes on as this actor, or ends where he is nobody any more. */
  become(actor: Actor): void
  send(event: LiveEvent): void
  /** What was said meanwhile is lost to this stream: the browser must read everything again. */
  resync(): void
}

export interface LiveEvent {
  id: string
  type: string
  organisationId: string | null
  placeId: string | null
  at: string
  payload: Record<string, unknown>
}

export interface Hub {
  subscribe(subscriber: Subscriber): () => void
  streamsOf(personId: string): number
}

/** Notices that come within this time are read from the outbox together. */
const gatherMs = 50
/** Sessions looked at again at once, so that the requests of everybody still find a connection. */
const renewedAtOnce = 3

/** Passes committed events on to the browsers that may hear of them. */
export function createHub(database: Database, notices: Notices, kinds: readonly EventKind[], log: Log): Hub {
  const subscribers = new Set<Subscriber>()
  const heardWith = new Map(kinds.map((kind) => [kind.type, kind.heardWith]))
  const movesRights = new Set(kinds.filter((kind) => kind.movesRights).map((kind) => kind.type))
  let waiting: string[] = []
  let timer: NodeJS.Timeout | undefined
  let isRenewalDue = false

  notices.on(outboxChannel, (payload) => {
    if (subscribers.size === 0) return
    waiting.push(...payload.split(','))
    timer ??= setTimeout(() => void flush(), gatherMs)
  })
  notices.onReconnect(() => subscribers.forEach((subscriber) => subscriber.resync()))

  /** One at a time: an import moves rights at each of its steps, and what comes meanwhile is renewed together. */
  async function flush(): Promise<void> {
    const ids = waiting
    waiting = []
    try {
      const events = await readEvents(database, ids)
      isRenewalDue ||= events.some((event) => movesRights.has(event.type))
      if (isRenewalDue) await renew([...subscribers])
      isRenewalDue = false
      for (const event of events) pass(event)
    } catch (error) {
      isRenewalDue = true
      log.warn({ err: error }, 'live events could not be read')
      subscribers.forEach((subscriber) => subscriber.resync())
    }
    timer = waiting.length > 0 ? setTimeout(() => void flush(), gatherMs) : undefined
  }

  function pass(event: LiveEvent): void {
    const right = heardWith.get(event.type)
    if (!right) return
    for (const subscriber of subscribers) {
      const heard = heardBy(subscriber.actor(), right, event)
      if (heard) subscriber.send(heard)
    }
  }

  return {
    subscribe(subscriber) {
      subscribers.add(subscriber)
      return () => subscribers.delete(subscriber)
    },
    streamsOf: (personId) => [...subscribers].filter((one) => one.personId === personId).length,
  }
}

/** Asks once for each session or token, however many streams it has open. */
async function renew(subscribers: readonly Subscriber[]): Promise<void> {
  const sessions = Map.groupBy(subscribers, ({ signedBy }) => signedBy).values()
  const work = async () => {
    for (const streams of sessions) {
      const actor = await streams[0]!.authenticate()
      for (const stream of streams) stream.become(actor)
    }
  }
  await Promise.all(Array.from({ length: renewedAtOnce }, work))
}

/** The event as this person may hear it: who sees its place alone is not told what lies at the far end of something. */
function heardBy(actor: Actor, right: `${string}.${string}`, event: LiveEvent): LiveEvent | undefined {
  if (actor.kind !== 'person') return undefined
  const access = actor.access(right)
  if (access.everything) return event
  if (isEmpty(access)) return undefined
  if (event.organisationId && access.organisations.includes(event.organisationId)) return event
  if (event.placeId === null || !access.places.includes(event.placeId)) return undefined
  const near = Object.entries(event.payload).filter(([name]) => !/^far[A-Z]/.test(name))
  return { ...event, payload: Object.fromEntries(near) }
}

async function readEvents(database: Database, ids: string[]): Promise<LiveEvent[]> {
  const rows = await database.system(
    async (tx) =>
      (
        await sql<LiveEvent>`
          select id, type, organisation_id as "organisationId", place_id as "placeId", created_at as at, payload
          from kernel.outbox where id = any(${ids}::uuid[]) order by id`.execute(tx)
      ).rows,
  )
  return rows
}
