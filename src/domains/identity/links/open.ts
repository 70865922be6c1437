import { z } from 'zod'
import { Language, LinkToken } from '../contract.ts'
import { command } from '../operations.ts'
import { findLink } from './find.ts'

/**
 * As the system: nobody is signed in. It tells the holder of a link whose it is. A command, although it changes
 * nothing: the token must not stand in an address, and the journal tells who opened a link from where.
 */
export const openPersonLink = command({
  name: 'one-time-links.open',
  route: 'POST /one-time-links/open',
  right: 'public',
  as: 'system',
  secret: true,
  summary: 'Whose link this is, and what for; it still works afterwards',
  input: z.strictObject({ token: LinkToken }),
  output: z.object({
    purpose: z.enum(['invitation', 'password-reset']),
    name: z.string(),
    email: z.string(),
    language: Language,
  }),
  async run(tx, { token }, context) {
    const { id, name, email, language, purpose, organisation_id } = await findLink(tx, token)
    context.about({
      subjectType: 'person',
      subjectId: id,
      subjectName: name,
      organisationId: organisation_id,
      detail: { purpose },
    })
    return { purpose, name, email, language }
  },
})
