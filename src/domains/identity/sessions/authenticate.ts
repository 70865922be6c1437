import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Actor, Language, Right } from '#kernel/access'
import { now, nowMs } from '#kernel/clock'
import { hashToken } from '#kernel/crypto'
import type { Database, Tx } from '#kernel/database'
import type { IdentityTables } from '../tables.ts'
import { accessOf, type HeldGrant } from './access.ts'
import { sessionExpiry } from './lifetime.ts'

/** `__Host-` binds the cookie to this very host over HTTPS; plain HTTP (loopback) cannot have it. */
export const cookieNames = { secure: '__Host-vigie', plain: 'vigie' }

interface Signer {
  signer_id: string
  kind: 'session' | 'token'
  person_id: string
  name: string
  language: Language
  created_at: string
  last_seen_at: string | null
  token_rights: string[] | null
  token_organisations: string[] | null
  grants: (HeldGrant & { placeId: string | null })[]
}

/** Seen-at times are written at most this often. */
const noticeEveryMs = 60_000

/** Who sends this request: by the session's cookie or a bearer token, else anonymous. */
export async function authenticate(request: FastifyRequest, database: Database): Promise<Actor> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const cookie = request.cookies[cookieNames.secure] ?? request.cookies[cookieNames.plain]
  const secret = bearer ?? cookie
  if (!secret) return { kind: 'anonymous' }
  const signer = await findSigner(database, hashToken(secret), bearer ? 'token' : 'session')
  if (!signer) return { kind: 'anonymous' }
  const access = accessOf(signer.grants, {
    rights: signer.token_rights,
    organisations: signer.token_organisations,
  })
  return {
    kind: 'person',
    id: signer.person_id,
    name: signer.name,
    language: signer.language,
    by: signer.kind === 'session' ? { session: signer.signer_id } : { token: signer.signer_id },
    isLimited: signer.token_rights !== null || signer.token_organisations !== null,
    access: (right: Right, organisationId?: string) => access(right, organisationId),
    // Without the places below: a new room gives nobody another right.
    grants: () =>
      JSON.stringify(signer.grants.map((held) => [held.rights, held.organisationId, held.placeId])),
  }
}

async function findSigner(
  database: Database,
  hash: Buffer,
  kind: 'session' | 'token',
): Promise<Signer | undefined> {
  return database.system<IdentityTables, Signer | undefined>(async (tx) => {
    const { rows } = await (kind === 'session' ? bySession(tx, hash) : byToken(tx, hash))
    const signer = rows[0]
    if (signer) await notice(tx, signer)
    return signer
  })
}

// One statement: the signer, its person and his grants with their places unfolded.
const grantsOfPerson = sql`
  coalesce((select jsonb_agg(jsonb_build_object('rights', r.rights, 'organisationId', g.organisation_id, 'placeId', g.place_id, 'places',
      case when g.place_id is not null
        then (select jsonb_agg(p.id) from identity.places p where p.path @> array[g.place_id]) end) order by g.id)
    from identity.grants g join identity.roles r on r.id = g.role_id where g.person_id = people.id), '[]') as grants`

function bySession(tx: Tx<IdentityTables>, hash: Buffer) {
  return sql<Signer>`
    select s.id as signer_id, 'session' as kind, people.id as person_id, people.name, people.language,
      s.created_at, s.last_seen_at,
      null as token_rights, null as token_organisations, ${grantsOfPerson}
    from identity.sessions s join identity.people on people.id = s.person_id
    where s.token_hash = ${hash} and s.expires_at > ${now()} and people.state = 'active'`.execute(tx)
}

function byToken(tx: Tx<IdentityTables>, hash: Buffer) {
  return sql<Signer>`
    select t.id as signer_id, 'token' as kind, people.id as person_id, people.name, people.language,
      t.created_at, t.last_used_at as last_seen_at, t.rights as token_rights, t.organisation_ids as token_organisations, ${grantsOfPerson}
    from identity.tokens t join identity.people on people.id = t.person_id
    where t.token_hash = ${hash} and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now()})
      and people.state = 'active'`.execute(tx)
}

async function notice(tx: Tx<IdentityTables>, signer: Signer): Promise<void> {
  if (signer.last_seen_at && nowMs() - Date.parse(signer.last_seen_at) < noticeEveryMs) return
  if (signer.kind === 'session') await renew(tx, signer)
  else
    await tx
      .updateTable('identity.tokens')
      .set({ last_used_at: now().toISOString() })
      .where('id', '=', signer.signer_id)
      .execute()
}

/** A session in use does not expire, up to its longest life. */
async function renew(tx: Tx<IdentityTables>, signer: Signer): Promise<void> {
  const at = now().toISOString()
  await tx
    .updateTable('identity.sessions')
    .set({ last_seen_at: at, expires_at: sessionExpiry(Date.parse(signer.created_at)).toISOString() })
    .where('id', '=', signer.signer_id)
    .execute()
  await tx
    .insertInto('identity.last_seen')
    .values({ person_id: signer.person_id, at })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ at }))
    .execute()
}
