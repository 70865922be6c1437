import { now, nowMs } from '#kernel/clock'
import { hashToken, newToken } from '#kernel/crypto'
import type { Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { Context } from '#kernel/operations'
import { surroundings } from '../house/surroundings.ts'
import type { IdentityTables } from '../tables.ts'
import { cookieNames } from './authenticate.ts'
import { longestSessionMs, sessionExpiry } from './lifetime.ts'

/** Opens a session for a person who has proved who he is, and sets its cookie. */
export async function openSession(
  tx: Tx<IdentityTables>,
  personId: string,
  context: Context,
): Promise<string> {
  const token = newToken('vs')
  const id = newId()
  const at = now().toISOString()
  await tx
    .insertInto('identity.sessions')
    .values({
      id,
      person_id: personId,
      token_hash: hashToken(token),
      address: context.address,
      user_agent: context.userAgent.slice(0, 300),
      created_at: at,
      last_seen_at: at,
      expires_at: sessionExpiry(nowMs()).toISOString(),
    })
    .execute()
  await tx
    .insertInto('identity.last_seen')
    .values({ person_id: personId, at })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ at }))
    .execute()
  // The browser keeps it as long as the longest session: when it ends is decided here.
  context.header('set-cookie', sessionCookie(token, longestSessionMs / 1000, context))
  return id
}

/** The header that makes the browser forget its session. */
export function forgetCookie(context: Context): void {
  context.header('set-cookie', sessionCookie('', 0, context))
}

function sessionCookie(token: string, ageSeconds: number, context: Context): string {
  // A proxy that ends TLS without saying so: the public address tells what the browser sees.
  const secure = context.isSecure || surroundings().url.startsWith('https:')
  const name = secure ? cookieNames.secure : cookieNames.plain
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${ageSeconds}${secure ? '; Secure' : ''}`
}
