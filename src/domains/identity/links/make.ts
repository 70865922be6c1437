import type { z } from 'zod'
import { now, nowMs } from '#kernel/clock'
import { hashToken, newToken } from '#kernel/crypto'
import type { Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { WriteContext } from '#kernel/operations'
import { personInvited, personResetRequested, type PersonLink } from '../contract.ts'
import { keys } from '../house/keys.ts'
import { surroundings } from '../house/surroundings.ts'
import type { IdentityTables } from '../tables.ts'

type Made = z.output<typeof PersonLink>
type Purpose = Made['purpose']

const hourMs = 3_600_000
const lifeMs: Record<Purpose, number> = { invitation: 7 * 24 * hourMs, 'password-reset': 24 * hourMs }
const pages: Record<Purpose, string> = { invitation: '/invitation', 'password-reset': '/new-password' }

/**
 * A new one-time link of a person; the ones before it stop working. What is kept of it is a hash.
 * @param url the public address, where the house has not started (the command line).
 */
export async function makeLink(
  tx: Tx<IdentityTables>,
  personId: string,
  purpose: Purpose,
  url: string = surroundings().url,
): Promise<Made> {
  const token = newToken('vl')
  const expiresAt = new Date(nowMs() + lifeMs[purpose]).toISOString()
  await dropLinks(tx, personId)
  await tx
    .insertInto('identity.links')
    .values({
      id: newId(),
      purpose,
      person_id: personId,
      token_hash: hashToken(token),
      created_at: now().toISOString(),
      expires_at: expiresAt,
      used_at: null,
    })
    .execute()
  // Behind the `#`: what follows never leaves the browser, so no log on the way holds it.
  return { purpose, link: `${url}${pages[purpose]}#${token}`, expiresAt }
}

export async function dropLinks(tx: Tx<IdentityTables>, personId: string): Promise<void> {
  await tx
    .deleteFrom('identity.links')
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
}

/** Tells the domains above, which send mails: the link goes through the outbox sealed, bound to its person. */
export function tellLink(
  person: { id: string; organisation_id: string | null },
  { purpose, link, expiresAt }: Made,
  context: Pick<WriteContext, 'emit'>,
): void {
  const event = purpose === 'invitation' ? personInvited : personResetRequested
  const sealedLink = keys().link.seal(link, person.id).toString('base64')
  context.emit(event(person.organisation_id, { personId: person.id, sealedLink, expiresAt }))
}

/** The link of a `person.invited` or `person.reset-requested`, for whoever writes the mail. Never to be kept or logged. */
export function openLink(personId: string, sealedLink: string): string {
  return keys().link.open(Buffer.from(sealedLink, 'base64'), personId)
}
