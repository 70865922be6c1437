import type { z } from 'zod'
import type { Right } from '../access.ts'
import { typed, type AnyTx, type Tx } from '../database.ts'
import type { Context } from '../operations.ts'
import type { FoundThing } from './operation.ts'

/** One thing that fits what was typed, with where its page is. */
export type Found = z.input<typeof FoundThing>

/** What a domain adds to the search over everything: how one kind of thing is found, and who may find it. */
export interface Search {
  /** `asset`: what is found, and its picture in the palette. */
  type: string
  right: Right
  /** At most `limit` things, the best first, read under the caller's own rights for `right`. */
  find(tx: AnyTx, text: string, limit: number, say: Context['say']): Promise<Found[]>
}

export function search<T>(definition: {
  type: string
  right: Right
  find(tx: Tx<T>, text: string, limit: number, say: Context['say']): Promise<Omit<Found, 'type'>[]>
}): Search {
  return {
    ...definition,
    async find(tx, text, limit, say) {
      const found = await definition.find(typed<T>(tx), text, limit, say)
      return found.map((thing) => ({ ...thing, type: definition.type }))
    },
  }
}
