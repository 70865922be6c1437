import { sql } from 'kysely'
import { z } from 'zod'
import { Language, Me, Name, personChanged, Phone, Preferences } from '../contract.ts'
import { command } from '../operations.ts'
import { ownPerson } from './own.ts'
import { meOf } from './read.ts'

const changed = (change: object) =>
  Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]))

/** As the system: it changes the caller's own person. Without a version: nobody else edits what one likes. */
export const updateMe = command({
  name: 'me.update',
  route: 'PATCH /me',
  right: 'own-account',
  as: 'system',
  versioned: false,
  summary:
    'Change one’s own name, telephone, language or preferences (those that are named; null forgets one)',
  input: z.strictObject({ name: Name, phone: Phone, language: Language, preferences: Preferences }).partial(),
  output: Me,
  async run(tx, { preferences, ...change }, context) {
    const own = await ownPerson(tx, context)
    await tx
      .updateTable('identity.people')
      .set({ ...change, id: own.id })
      .$if(preferences !== undefined, (row) =>
        row.set({
          preferences: sql`jsonb_strip_nulls(preferences || ${JSON.stringify(preferences)}::jsonb)`,
        }),
      )
      .where('id', '=', own.id)
      .execute()
    context.emit(
      personChanged(own.organisation_id, { id: own.id, changed: changed({ ...change, preferences }) }),
    )
    context.about({ detail: { fields: changed({ ...change, preferences }) } })
    return meOf(tx, context.person)
  },
})
