import type { Right } from '#kernel/access'
import type { Sentences } from '#kernel/i18n'
import type { Operation } from '#kernel/operations'

/** What this domain must know of the whole house it stands in. */
interface Surroundings {
  /** The public address, without a closing slash. */
  url: string
  sentences: Sentences
  rights: readonly Right[]
  /** Every operation of the house, once all doors are open. */
  operations(): readonly Operation[]
}

let known: Surroundings | undefined

export function rememberSurroundings(given: Surroundings): void {
  known = given
}

export function surroundings(): Surroundings {
  if (!known) throw new Error('the house has not started')
  return known
}
