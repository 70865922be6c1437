import { now } from '../clock.ts'
import { Problem } from '../errors.ts'
import type { EventInstance } from '../events/event.ts'
import type { Call, Context, JournalLine, WriteContext } from './types.ts'

export function contextOf(call: Call): Context {
  return {
    actor: call.actor,
    get person() {
      if (call.actor.kind !== 'person') throw new Problem('not-signed-in')
      return call.actor
    },
    access: call.access,
    language: call.language,
    address: call.address,
    now: now(),
    userAgent: call.request.headers['user-agent'] ?? '',
    isSecure: call.request.protocol === 'https',
    header: (name, value) => void call.reply.header(name, value),
  }
}

/** What a write gathers while it runs, to be kept in the same commit. */
export interface Gathered {
  events: EventInstance[]
  lines: JournalLine[]
  about: Partial<JournalLine>
}

export function writeContextOf(call: Call): { context: WriteContext; gathered: Gathered } {
  const gathered: Gathered = { events: [], lines: [], about: {} }
  const context: WriteContext = Object.defineProperties(
    {
      emit: (event: EventInstance) => void gathered.events.push(event),
      journal: (line: JournalLine) => void gathered.lines.push(line),
      about: (line: Partial<JournalLine>) => void Object.assign(gathered.about, line),
    },
    Object.getOwnPropertyDescriptors(contextOf(call)),
  ) as unknown as WriteContext
  return { context, gathered }
}
