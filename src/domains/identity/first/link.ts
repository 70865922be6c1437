import { now, nowMs } from '#kernel/clock'
import { hashToken, newToken } from '#kernel/crypto'
import type { Database, Tx } from '#kernel/database'
import { newId } from '#kernel/ids'
import type { IdentityTables } from '../tables.ts'

const linkMs = 24 * 3_600_000

/** A new one-time link for the first administrator where nobody is there yet; the one before it stops working. */
export async function firstAdministratorLink(
  database: Database,
  publicUrl: string,
): Promise<string | undefined> {
  return database.system<IdentityTables, string | undefined>(async (tx) => {
    if (await somebodyIsThere(tx)) return undefined
    const token = newToken('vf')
    await tx.deleteFrom('identity.links').where('purpose', '=', 'first-administrator').execute()
    await tx
      .insertInto('identity.links')
      .values({
        id: newId(),
        purpose: 'first-administrator',
        person_id: null,
        token_hash: hashToken(token),
        created_at: now().toISOString(),
        expires_at: new Date(nowMs() + linkMs).toISOString(),
        used_at: null,
      })
      .execute()
    // Behind the `#`: what follows never leaves the browser, so no log on the way holds it.
    return `${publicUrl}/welcome#${token}`
  })
}

export async function somebodyIsThere(tx: Tx<IdentityTables>): Promise<boolean> {
  const row = await tx.selectFrom('identity.people').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}
