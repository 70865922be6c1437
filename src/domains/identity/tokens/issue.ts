import type { z } from 'zod'
import { now, nowMs } from '#kernel/clock'
import { hashToken, newToken } from '#kernel/crypto'
import type { Tx } from '#kernel/database'
import { invalidField } from '#kernel/errors'
import { newId } from '#kernel/ids'
import type { NewToken } from '../contract.ts'
import { surroundings } from '../house/surroundings.ts'
import { refuseUnknownRights } from '../roles/names.ts'
import type { IdentityTables } from '../tables.ts'

const hintLength = 8
export const longestLifeDays = 365
/** A day more, so that a year chosen a moment ago still fits. */
const longestLifeMs = (longestLifeDays + 1) * 86_400_000

/** Makes an API token of a person. @returns its id and the secret, which nothing can show again. */
export async function issueTokenFor(
  tx: Tx<IdentityTables>,
  personId: string,
  wanted: z.output<typeof NewToken>,
  knownRights: readonly string[] = surroundings().rights,
): Promise<{ id: string; secret: string }> {
  await refuseUnfitToken(tx, personId, wanted, knownRights)
  const { name, rights, organisationIds, expiresAt } = wanted
  const id = newId()
  const secret = newToken('vt')
  await tx
    .insertInto('identity.tokens')
    .values({
      id,
      person_id: personId,
      name,
      token_hash: hashToken(secret),
      hint: secret.slice(0, hintLength),
      rights: rights && [...new Set(rights)].toSorted(),
      organisation_ids: organisationIds && [...new Set(organisationIds)],
      created_at: now().toISOString(),
      expires_at: expiresAt,
    })
    .execute()
  return { id, secret }
}

/** Refuses a life that is over or too long, unknown rights, and organisations in which the person may do nothing. */
export async function refuseUnfitToken(
  tx: Tx<IdentityTables>,
  personId: string,
  { rights, organisationIds, expiresAt }: z.output<typeof NewToken>,
  knownRights: readonly string[] = surroundings().rights,
): Promise<void> {
  const lifeMs = Date.parse(expiresAt) - nowMs()
  if (lifeMs <= 0) throw invalidField('expiresAt', 'identity:problem.alreadyPast')
  if (lifeMs > longestLifeMs)
    throw invalidField('expiresAt', 'identity:problem.tokenTooLong', { days: longestLifeDays })
  refuseUnknownRights(rights ?? [], knownRights)
  await refuseForeignOrganisations(tx, personId, organisationIds)
}

/** A token for an organisation in which its person may do nothing is a mistake, told now and not when it fails. */
async function refuseForeignOrganisations(
  tx: Tx<IdentityTables>,
  personId: string,
  ids: readonly string[] | null,
): Promise<void> {
  if (!ids) return
  const reached = await tx
    .selectFrom('identity.organisations as o')
    .select('o.id')
    .where('o.id', 'in', ids)
    .where((row) =>
      row.exists(
        row
          .selectFrom('identity.grants as g')
          .select('g.id')
          .where('g.person_id', '=', personId)
          .where((grant) =>
            grant.or([
              grant('g.organisation_id', 'is', null),
              grant('g.organisation_id', '=', grant.ref('o.id')),
            ]),
          ),
      ),
    )
    .execute()
  if (reached.length < new Set(ids).size)
    throw invalidField('organisationIds', 'identity:problem.organisationUnknown')
}
