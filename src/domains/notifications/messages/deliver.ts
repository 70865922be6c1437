import type { Transporter } from 'nodemailer'
import { cycle, type CycleContext } from '#kernel/jobs'
import { findMailServer, type KnownMailServer } from '../mail-server/find.ts'
import { cutAnswer, transportTo } from '../mail-server/transport.ts'
import type { NotificationTables } from '../tables.ts'
import { giveTurnBack, takeTurn, type Turn } from './channel.ts'
import { dueMessages, type Waiting } from './due.ts'
import { giveUpWhatIsWorthless, markSent, postpone, waitForServer } from './mark.ts'
import { mailChannel } from './queue.ts'
import { send } from './send.ts'

const batch = 20

interface Work {
  turn: Turn
  server: KnownMailServer
  messages: Waiting[]
}

/**
 * Sends what is due, oldest first. One worker at a time has the turn; a message is sent outside any transaction, then
 * marked: a process that dies in between leaves it to the next, with the same Message-ID, so that a mail box can tell the
 * two for one. While the mail server is away all that waits, waits for one try; what a recipient's own server refuses
 * holds back what comes after it for that recipient alone.
 */
export const deliverMessages = cycle({
  name: 'notifications.deliver',
  everyMs: 10_000,
  wakeOn: [mailChannel],
  async run(context) {
    const work = await begin(context)
    if (!work) return false
    const transport = transportTo(work.server)
    try {
      return (await sendAll(context, transport, work)) && work.messages.length === batch
    } finally {
      transport.close()
      await context.system<NotificationTables, void>((tx) => giveTurnBack(tx, work.turn))
    }
  },
})

function begin({ system }: CycleContext): Promise<Work | undefined> {
  return system<NotificationTables, Work | undefined>(async (tx, emit) => {
    await giveUpWhatIsWorthless(tx, emit)
    if ((await dueMessages(tx, 1)).length === 0) return undefined
    const server = await findMailServer(tx)
    const turn = server && (await takeTurn(tx))
    if (!turn) return undefined
    // Read only now: until a moment ago another worker may have been sending what was due.
    return { turn, server, messages: await dueMessages(tx, batch) }
  })
}

/** @returns whether the mail server is there, and the turn still ours. */
async function sendAll(
  context: CycleContext,
  transport: Transporter,
  { turn, server, messages }: Work,
): Promise<boolean> {
  const heldBack = new Set<string>()
  for (const message of messages) {
    if (context.signal.aborted) return false
    if (heldBack.has(message.recipient)) continue
    const error = await send(transport, server, message)
    if (!error) {
      if (await markSent(context, turn, message)) continue
      return false
    }
    const isAway = await doesNotAnswer(transport)
    context.log.warn(
      { message: message.id, err: cutAnswer(error.message), isAway },
      'a mail could not be sent; it waits',
    )
    if (isAway) {
      await waitForServer(context, turn, message, error)
      return false
    }
    await postpone(context, message, error)
    heldBack.add(message.recipient)
  }
  return true
}

/** Tells a mail server that is away from one that refuses this message: the first does not even greet us. */
async function doesNotAnswer(transport: Transporter): Promise<boolean> {
  try {
    await transport.verify()
    return false
  } catch {
    return true
  }
}
