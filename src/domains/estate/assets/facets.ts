import type { RawBuilder } from 'kysely'
import { Problem } from '#kernel/errors'
import type { Right } from '#kernel/access'
import type { Context } from '#kernel/operations'
import { covers } from './further.ts'

/**
 * What a domain above knows of assets and the list of assets may be sorted by, or narrowed to: supervision's state,
 * network's address. Its name stands among the list's own sorts and filters (`assets/list.ts`), which the API's
 * description is made of.
 */
export interface AssetFacet {
  name: 'state' | 'address'
  /** Whoever sorts or filters by it holds this right wherever he may read assets: an order tells what is ordered. */
  right: Right
  /** Its value for a row of `assets_seen`; never null. */
  order: RawBuilder<unknown>
  /** Whether it is one of these, for a row of `assets_seen`. */
  isOneOf?: (values: readonly string[]) => RawBuilder<boolean>
}

const declared: AssetFacet[] = []

/** Called once by the door of a domain above. */
export function addAssetFacet(facet: AssetFacet): void {
  declared.push(facet)
}

/** The facet, for a caller who may know it. */
export function facetOf(name: AssetFacet['name'], { actor, access }: Context): AssetFacet {
  const facet = declared.find((one) => one.name === name)
  if (!facet) throw new Error(`no domain has declared the facet ${name}`)
  if (actor.kind === 'person' && !covers(actor.access(facet.right), access)) throw new Problem('not-allowed')
  return facet
}
