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

/** Whether a guesser tries this password first: one's own name, rows of keys, one sign again and again. */
export function isGuessable(password: string, person: { name: string; email: string }): boolean {
  const lower = password.toLowerCase()
  const parts = [...known, person.email.toLowerCase(), ...wordsOf(person)].toSorted(
    (one, other) => other.length - one.length,
  )
  const own = parts.reduce((left, part) => left.replaceAll(part, ''), lower)
  return new Set(lower).size < fewestDifferent || own.length < fewestOwn
}

/** Refuses a guessable password of a field. @throws Problem */
export function refuseGuessable(
  password: string,
  person: { name: string; email: string },
  field = 'password',
): void {
  if (isGuessable(password, person)) throw invalidField(field, 'identity:problem.passwordGuessable')
}

function wordsOf({ name, email }: { name: string; email: string }): string[] {
  return `${name} ${email}`
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3)
}
