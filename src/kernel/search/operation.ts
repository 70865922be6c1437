import { z } from 'zod'
import { isEmpty, noAccess } from '../access.ts'
import { fold } from '../fold.ts'
import type { Call, Ground, Operation } from '../operations.ts'
import type { Found, Search } from './search.ts'

export const FoundThing = z
  .object({
    type: z.string(),
    id: z.string(),
    name: z.string(),
    /** What tells it from others of that name: where it is, its serial number. */
    detail: z.string(),
    /** The address of its page. */
    href: z.string(),
  })
  .meta({ id: 'FoundThing' })

const input = z.strictObject({
  q: z.string().trim().min(1).max(200),
  limit: z.coerce.number().int().min(1).max(50).default(20),
})
const output = z.object({ items: z.array(FoundThing) })

/**
 * `GET /search`: what fits what was typed, over every kind of thing that a domain lets search. Each kind is read under
 * the caller's rights for that kind, so that nothing is found that its own list would not show.
 */
export function searchOperation(
  searches: readonly Search[],
): Operation<'GET /search', typeof input, typeof output> {
  return {
    kind: 'query',
    domain: 'house',
    name: 'search.all',
    route: 'GET /search',
    right: 'signed-in',
    over: 'something',
    summary: 'Find things of any kind by what people call them, the best first',
    input,
    output,
    bodyLimit: 1 << 10,
    versioned: false,
    onRepeat: undefined,
    status: 200,
    produces: 'application/json',
    consumes: undefined,
    outsideApi: false,
    async execute(call, ground) {
      const { q, limit } = call.input as z.output<typeof input>
      const found: Found[] = []
      for (const one of searches) found.push(...(await ask(one, q, limit, call, ground)))
      return { items: bestFirst(found, q).slice(0, limit) }
    },
  }
}

async function ask(one: Search, q: string, limit: number, call: Call, ground: Ground): Promise<Found[]> {
  const chosen = call.request.headers['vigie-organisation']
  const access =
    call.actor.kind === 'person'
      ? call.actor.access(one.right, typeof chosen === 'string' ? chosen : undefined)
      : noAccess
  if (isEmpty(access)) return []
  return ground.database.read(access, (tx) => one.find(tx, q, limit, call.say))
}

/** Exact names first, then those that begin so, then those of which a word begins so, then the rest. */
function bestFirst(found: Found[], q: string): Found[] {
  const sought = fold(q)
  const rank = ({ name }: Found): number => {
    const folded = fold(name)
    if (folded === sought) return 0
    if (folded.startsWith(sought)) return 1
    return folded.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(sought)) ? 2 : 3
  }
  return found.toSorted((one, other) => rank(one) - rank(other))
}
