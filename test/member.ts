import { client, type Client } from './client.ts'
import type { TestHouse } from './house.ts'

export const memberPassword = 'correct horse battery staple'

export interface Member extends Client {
  personId: string
  email: string
}

let made = 0

/**
 * A person with one role, invited by the first administrator, who has chosen a password and is signed in. Without
 * `organisationId` a person of the house, holding the role over everything.
 * @param role `administrator`, `engineer`, `technician`, `reader`, `client`, or the id of a role of one's own.
 */
export async function member(
  house: Pick<TestHouse, 'admin' | 'url'>,
  role: string,
  scope: { organisationId?: string; placeId?: string } = {},
): Promise<Member> {
  made += 1
  const { organisationId = null, placeId = null } = scope
  const email = `member-${made}@example.org`
  const { items: roles } = await house.admin.call('GET /roles')
  const roleId = roles.find(({ builtin }) => builtin === role)?.id ?? role
  const { id, invitation } = await house.admin.call('POST /people', {
    name: `Membre ${made}`,
    email,
    language: 'en',
    organisationId,
    grants: [{ roleId, organisationId, placeId }],
  })
  const own = client(house.url)
  await own.call('POST /one-time-links/accept', {
    token: invitation.link.split('#')[1]!,
    password: memberPassword,
  })
  return Object.assign(own, { personId: id, email })
}
