import type { Judges } from '#kernel/config'
import { Email, Name, Password } from '../contract.ts'
import { isGuessable } from '../passwords/guessable.ts'

/** What the settings of the first administrator must be, as everybody's address and password must. */
export const firstAdministratorJudges: Judges = {
  VIGIE_ADMIN_EMAIL: (text) =>
    Email.safeParse(text).success
      ? null
      : `${JSON.stringify(text)} is no mail address; expected one such as name@example.org`,
  VIGIE_ADMIN_PASSWORD: (text, others) => {
    if (!Password.safeParse(text).success)
      return `its value (not shown) has ${text.length} characters; expected 12 to 200`
    const email = others.text('VIGIE_ADMIN_EMAIL') ?? ''
    return isGuessable(text, { name: '', email })
      ? 'its value (not shown) is easy to guess; several words that have nothing to do with you make a good one'
      : null
  },
  VIGIE_ADMIN_ORGANISATION: (text) =>
    Name.safeParse(text).success ? null : `it has ${text.trim().length} characters; expected 1 to 200`,
}
