import { z } from 'zod'
import { newId } from '#kernel/ids'
import { NewGrant, Person, personFields, PersonLink } from '../contract.ts'
import { giveRole } from '../grants/give.ts'
import { makeLink, tellLink } from '../links/make.ts'
import { command } from '../operations.ts'
import { countMail } from './mails.ts'
import { personById, personSubject } from './row.ts'
import { writeAddress } from './taken.ts'

const input = z.strictObject({
  name: personFields.name,
  email: personFields.email,
  phone: personFields.phone.default(''),
  language: personFields.language.default('fr'),
  organisationId: personFields.organisationId.default(null),
  grants: z.array(NewGrant).max(50).default([]),
})

export const createPerson = command({
  name: 'people.create',
  route: 'POST /people',
  right: 'person.write',
  summary: 'Invite a person; the answer has the link, once, and a mail brings it too',
  subject: personSubject,
  secret: true,
  status: 201,
  input,
  output: Person.extend({ invitation: PersonLink }),
  async run(tx, { grants, organisationId, ...fields }, context) {
    const id = newId()
    const person = { id, organisation_id: organisationId }
    await writeAddress(tx, fields.email, context, () =>
      tx
        .insertInto('identity.people')
        .values({ ...person, ...fields, state: 'invited' })
        .execute(),
    )
    for (const grant of grants) await giveRole(tx, id, grant, context)
    await countMail(tx, context)
    const invitation = await makeLink(tx, person.id, 'invitation')
    tellLink(person, invitation, context)
    return { ...(await personById(tx, id, context)), invitation }
  },
})
