import { z } from 'zod'
import { tryAtOnce } from '../messages/channel.ts'
import { action } from '../operations.ts'
import { findMailServer } from './find.ts'
import { cutAnswer, transportTo } from './transport.ts'
import { hasAnswered, whyUnreached } from './unreached.ts'

export const tryMailServer = action({
  name: 'mail-server.try',
  route: 'POST /mail-server/try',
  right: 'settings.write',
  over: 'everything',
  summary: 'Send a mail to an address, at once, and say what the server answered',
  input: z.strictObject({ recipient: z.email() }),
  output: z.object({
    isSent: z.boolean(),
    hasAnswered: z
      .boolean()
      .describe('Whether `answer` is the server’s own; else it says why none was reached'),
    answer: z.string(),
  }),
  async begin(tx, { recipient }, context) {
    context.about({ subjectType: 'mail-server', detail: { recipient } })
    return findMailServer(tx)
  },
  async work(server, { recipient }, { say }) {
    if (!server) return { isSent: false, hasAnswered: false, answer: '' }
    const transport = transportTo(server)
    const subject = say('notifications:mail.try.subject')
    try {
      const sent = (await transport.sendMail({
        from: server.sender,
        to: recipient,
        subject,
        text: say('notifications:mail.try.text'),
      })) as { response: string }
      return { isSent: true, hasAnswered: true, answer: cutAnswer(sent.response) }
    } catch (error) {
      const fault = error as Error
      if (hasAnswered(fault)) return { isSent: false, hasAnswered: true, answer: cutAnswer(fault.message) }
      return { isSent: false, hasAnswered: false, answer: cutAnswer(whyUnreached(server, fault, say)) }
    } finally {
      transport.close()
    }
  },
  async finish(tx, _server, outcome) {
    if (!outcome.ok) return { isSent: false, hasAnswered: false, answer: cutAnswer(outcome.error.message) }
    if (outcome.value.isSent) await tryAtOnce(tx)
    return outcome.value
  },
})
