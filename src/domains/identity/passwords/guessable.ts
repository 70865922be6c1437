import { invalidField } from '#kernel/errors'

const fewestDifferent = 5
const fewestOwn = 5
/** What guessers begin with; a password made of such parts is as short as what is left of it. */
const known = [
  'azertyuiop',
  'qwertyuiop',
  'qsdfghjklm',
  'asdfghjkl',
  '1234567890',
  '0123456789',
  '123456',
  'motdepasse',
  'password',
  'administrateur',
  'administrator',
  'admin',
  'vigie',
]

/** Refuses a password that a guesser tries first: one's own name, rows of keys, one sign again and again. */
export function refuseGuessable(
  password: string,
  person: { name: string; email: string },
  field = 'password',
): void {
  const lower = password.toLowerCase()
  const parts = [...known, person.email.toLowerCase(), ...wordsOf(person)].toSorted(
    (one, other) => other.length - one.length,
  )
  const own = parts.reduce((left, part) => left.replaceAll(part, ''), lower)
  if (new Set(lower).size < fewestDifferent || own.length < fewestOwn)
    throw invalidField(field, 'identity:problem.passwordGuessable')
}

function wordsOf({ name, email }: { name: string; email: string }): string[] {
  return `${name} ${email}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
}
