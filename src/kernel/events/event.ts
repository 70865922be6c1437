import type { z } from 'zod'
import type { Right } from '../access.ts'

/** An event as it is put in the outbox: in the past tense, about one organisation (or none: the whole house). */
export interface EventInstance {
  type: string
  organisationId: string | null
  /** The site it happened at, where there is one: who may see only a part of the tree hears only of that part. */
  placeId?: string | null
  payload: Record<string, unknown>
}

/** A kind of event: what it says, and the right that lets a browser hear of it (none: never leaves the server). */
export interface EventKind<P extends z.ZodType = z.ZodType> {
  type: string
  payload: P
  heardWith: Right | undefined
  /** After it, somebody may see more or less than before: open streams look at their session again. */
  movesRights: boolean
  (organisationId: string | null, payload: z.input<P>, placeId?: string | null): EventInstance
}

/** Declares a kind of event, in the past tense: `asset.identified`. */
export function defineEvent<P extends z.ZodType>(
  type: string,
  payload: P,
  heardWith?: Right,
  { movesRights = false }: { movesRights?: boolean } = {},
): EventKind<P> {
  const make = (
    organisationId: string | null,
    said: z.input<P>,
    placeId: string | null = null,
  ): EventInstance => ({
    type,
    organisationId,
    placeId,
    payload: payload.parse(said) as Record<string, unknown>,
  })
  return Object.assign(make, { type, payload, heardWith, movesRights })
}
