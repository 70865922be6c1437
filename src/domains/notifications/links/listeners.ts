import { addressee, openLink } from '#identity'
import { personInvited, personResetRequested } from '#identity/contract'
import { listener, type EventKind } from '#kernel/events'
import type { Sentences } from '#kernel/i18n'
import { queueMails } from '../messages/queue.ts'
import type { NotificationTables } from '../tables.ts'
import { writeLinkMail, type LinkPurpose } from './write.ts'

let held: { sentences: Sentences; url: string } | undefined

/** Called when the house starts. @param url the public address. */
export function holdSentences(sentences: Sentences, url: string): void {
  held = { sentences, url }
}

/** Mails the one-time link of who was invited, or has forgotten a password. */
export const linkListeners = [
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
