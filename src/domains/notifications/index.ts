import { defineDomain } from '#kernel/domain'
import { messagesChanged } from './contract.ts'
import { holdSentences, linkListeners } from './links/listeners.ts'
import { holdSettings } from './mail-server/find.ts'
import { readMailServer } from './mail-server/read.ts'
import { forgetMailServer, setMailServer } from './mail-server/set.ts'
import { tryMailServer } from './mail-server/try.ts'
import { deliverMessages } from './messages/deliver.ts'
import { listMessages } from './messages/list.ts'
import { holdOutbox } from './messages/queue.ts'

export { escapeHtml, mailPage, momentWithZone } from './messages/page.ts'
export { mailsAbout, type MailTold } from './messages/about.ts'
export { queueMails, type Mail } from './messages/queue.ts'

/** How people are told: channels, messages, delivery with retries. */
export const notifications = defineDomain({
  name: 'notifications',
  here: import.meta.url,
  rights: ['channel.read', 'channel.write', 'settings.read', 'settings.write'],
  events: [messagesChanged],
  operations: [readMailServer, setMailServer, forgetMailServer, tryMailServer, listMessages],
  listeners: linkListeners,
  cycles: [deliverMessages],
  start: async ({ masterKey, config, sentences, outbox }) => {
    holdSettings(masterKey, config)
    holdOutbox(outbox)
    holdSentences(sentences, config.url)
  },
})
