import { now, nowMs } from '#kernel/clock'
import { hashToken, newToken } from '#kernel/crypto'
import type { Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { Context } from '#kernel/operations'
import type { IdentityTables } from '../tables.ts'
import { cookieNames } from './authenticate.ts'

export const sessionMs = 14 * 24 * 3_600_000

/** Opens a session for a person who has proved who he is, and sets its cookie. */
export async function openSession(
  tx: Tx<IdentityTables>,
  personId: string,
  context: Context,
): Promise<string> {
  const token = newToken('vs')
  const id = newId()
  await tx
    .insertInto('identity.sessions')
    .values({
      id,
      person_id: personId,
      token_hash: hashToken(token),
      address: context.address,
      user_agent: context.userAgent.slice(0, 300),
      created_at: now().toISOString(),
      last_seen_at: now().toISOString(),
      expires_at: new Date(nowMs() + sessionMs).toISOString(),
    })
    .execute()
  context.header('set-cookie', sessionCookie(token, sessionMs / 1000, context.isSecure))
  return id
}

/** The cookie that carries a session; an age of 0 removes it. */
export function sessionCookie(token: string, ageSeconds: number, secure: boolean): string {
  const name = secure ? cookieNames.secure : cookieNames.plain
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ageSeconds}${secure ? '; Secure' : ''}`
}
