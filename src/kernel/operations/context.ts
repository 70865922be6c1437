import { now } from '../clock.ts'
import type { AnyTx } from '../database.ts'
import { Problem } from '../errors.ts'
import { gathering, type Gathered } from './gathered.ts'
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
    say: call.say,
    address: call.address,
    now: now(),
    userAgent: call.request.headers['user-agent'] ?? '',
    isSecure: call.request.protocol === 'https',
    header: (name, value) => void call.reply.header(name, value),
    body: call.body ?? Buffer.alloc(0),
  }
}

/** What a command gathers, and what it says of itself instead of its constructor. */
export interface CommandGathered extends Gathered {
  about: Partial<JournalLine>
}

export function writeContextOf(call: Call): { context: WriteContext; gathered: CommandGathered } {
  const { gathered: said, by } = gathering()
  const gathered: CommandGathered = Object.assign(said, { about: {} })
  const context: WriteContext = Object.defineProperties(
    {
      ...by,
      ifRefused: (run: (tx: AnyTx) => Promise<void>) => void (call.ifRefused ??= []).push(run),
      about: (line: Partial<JournalLine>) => void Object.assign(gathered.about, line),
    },
    Object.getOwnPropertyDescriptors(contextOf(call)),
  ) as unknown as WriteContext
  return { context, gathered }
}
