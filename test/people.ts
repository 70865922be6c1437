import { createPersonAtConsole, issueTokenAtConsole } from '#identity'
import { nowMs } from '#kernel/clock'
import { domains } from '../src/app.ts'
import { client, type Client } from './client.ts'
import type { TestHouse } from './house.ts'

let made = 0

/** A person of the house with one role, over everything or one organisation (by name), calling with an API token. */
export async function personWith(
  house: TestHouse,
  role: 'administrator' | 'engineer' | 'technician' | 'reader' | 'client',
  organisation: string | null = null,
): Promise<Client & { personId: string }> {
  made += 1
  const email = `${role}-${made}@example.org`
  const { personId } = await createPersonAtConsole(house.ground, {
    name: `${role} ${made}`,
    email,
    role,
    organisation,
    language: 'en',
    password: `a long password for ${made}`,
    publicUrl: house.url,
  })
  const rights = domains.flatMap((domain) => [...domain.rights])
  const expiresAt = new Date(nowMs() + 300 * 86_400_000).toISOString()
  const token = await issueTokenAtConsole(house.ground, email, { name: 'test', expiresAt }, rights)
  return Object.assign(client(house.url, token), { personId })
}
