import { addressee, openLink } from '#identity'
import { personEmailChanged, personInvited, personResetRequested } from '#identity/contract'
import { listener, type EventKind } from '#kernel/events'
import type { Sentences } from '#kernel/i18n'
import { queueMails } from '../messages/queue.ts'
import type { NotificationTables } from '../tables.ts'
import { writeAddressMail, writeLinkMail, type LinkPurpose } from './write.ts'

let held: { sentences: Sentences; url: string } | undefined

/** Called when the house starts. @param url the public address. */
export function holdSentences(sentences: Sentences, url: string): void {
  held = { sentences, url }
}

type AddressSaid = (typeof personEmailChanged)['payload']

/** To the address before: who took an account over does not keep its person from hearing of it. */
const mailAddressBefore = listener<NotificationTables, AddressSaid>({
  name: 'notifications.mail-address-before',
  on: personEmailChanged,
  async run(tx, { id, payload }) {
    if (!held) throw new Error('the house has not started')
    const { personId, before, after } = payload
    const reader = await addressee(tx, personId)
    if (!reader) return
    const mail = writeAddressMail(held.sentences, reader, { url: held.url, after })
    const { organisationId } = reader
    await queueMails(tx, [
      { key: `address ${id}`, kind: 'email-changed', organisationId, personId, recipient: before, ...mail },
    ])
  },
})

/** Mails the one-time link of who was invited, or has forgotten a password; tells an address that it is left. */
export const linkListeners = [
  mailAddressBefore,
  mails('notifications.mail-invitation', personInvited, 'invitation'),
  mails('notifications.mail-reset', personResetRequested, 'password-reset'),
]

type LinkSaid = (typeof personInvited)['payload']

function mails(name: string, on: EventKind<LinkSaid>, purpose: LinkPurpose) {
  return listener<NotificationTables, LinkSaid>({
    name,
    on,
    async run(tx, { id, payload }) {
      if (!held) throw new Error('the house has not started')
      const { personId, sealedLink, expiresAt } = payload
      const reader = await addressee(tx, personId)
      if (!reader) return
      await queueMails(tx, [
        {
          key: `link ${id}`,
          kind: purpose,
          organisationId: reader.organisationId,
          personId,
          recipient: reader.email,
          link: openLink(personId, sealedLink),
          goodUntil: expiresAt,
          ...writeLinkMail(held.sentences, reader, purpose, { url: held.url, expiresAt }),
        },
      ])
    },
  })
}
