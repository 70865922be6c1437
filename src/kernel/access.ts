/** A right, named `noun.verb`: `asset.read`, `person.write`. Each domain declares its own. */
export type Right = `${string}.${string}`

/**
 * Over what an actor holds a right: everything, whole organisations, or places (sites with all below them, already
 * unfolded). Row-level security applies it to every statement of the transaction.
 */
export interface Access {
  everything: boolean
  organisations: readonly string[]
  places: readonly string[]
  /** Organisations of which only some places are granted: their names may be read, nothing else. */
  partOf: readonly string[]
}

export const noAccess: Access = { everything: false, organisations: [], places: [], partOf: [] }
export const fullAccess: Access = { everything: true, organisations: [], places: [], partOf: [] }

export function isEmpty(access: Access): boolean {
  return !access.everything && access.organisations.length === 0 && access.places.length === 0
}

/** Who acts. The kernel knows no people: identity makes actors, the kernel only asks them. */
export type Actor =
  | { kind: 'anonymous' }
  | { kind: 'system'; name: string }
  | {
      kind: 'person'
      id: string
      name: string
      language: Language
      /** What signed the request: a browser's session or an API token. */
      by: { session: string } | { token: string }
      /** Signed by a token that was given fewer rights or organisations than its person. */
      isLimited: boolean
      /** Over what this person holds the right, narrowed to one organisation where asked; empty where nothing is left. */
      access(right: Right, organisationId?: string): Access
      /** The grants as one text: another one says that rights were given or taken. */
      grants(): string
    }

export type Person = Extract<Actor, { kind: 'person' }>
export type Language = 'fr' | 'en'
