import { defineDomain } from '#kernel/domain'
import { holdSettings } from './mail-server/find.ts'
import { readMailServer } from './mail-server/read.ts'
import { forgetMailServer, setMailServer } from './mail-server/set.ts'
import { tryMailServer } from './mail-server/try.ts'
import { deliverMessages } from './messages/deliver.ts'
import { listMessages } from './messages/list.ts'

export { queueMails, type Mail } from './messages/queue.ts'

/** How people are told: channels, messages, delivery with retries. */
export const notifications = defineDomain({
  name: 'notifications',
  here: import.meta.url,
  rights: ['channel.read', 'channel.write', 'settings.read', 'settings.write'],
  operations: [readMailServer, setMailServer, forgetMailServer, tryMailServer, listMessages],
  cycles: [deliverMessages],
  start: async ({ masterKey, config }) => holdSettings(masterKey, config),
})
