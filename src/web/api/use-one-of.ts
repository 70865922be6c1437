import { useQuery } from '@tanstack/react-query'
import type { Input, Output, ReadRoute } from '../operations-type.ts'
import { api } from './call.ts'
import { keyOf } from './keys.ts'
import { useChosenOrganisation } from './organisation.ts'

/** The server takes 200 of a kind; so many ids still fit in an address. */
const mostAtOnce = 100

/** A route that answers for many things at once, of which each row of a list wants to know its own. */
export interface Many<R extends ReadRoute, T> {
  route: R
  /** What the rows of one page ask for, in one request. */
  input: (ids: string[]) => Input<R>
  /** Each thing's part of the answer. */
  parts: (answer: Output<R>) => Iterable<readonly [id: string, part: T]>
}

interface Waiting {
  id: string
  resolve: (part: unknown) => void
  reject: (reason: unknown) => void
}

const waiting = new Map<object, Waiting[]>()

/**
 * One thing's part of such an answer, kept up to date by events as all answers are; undefined until it is there, null
 * where there is none. `const states: Many<…> = {…}` stands outside of the component: rows are gathered by it.
 */
export function useOneOf<R extends ReadRoute, T>(many: Many<R, T>, id: string): T | null | undefined {
  useChosenOrganisation()
  const { data } = useQuery({
    queryKey: [...keyOf(many.route, null), 'one of', id],
    queryFn: () => load(many, id),
  })
  return data
}

function load<R extends ReadRoute, T>(many: Many<R, T>, id: string): Promise<T | null> {
  return new Promise((resolve, reject) => {
    let queue = waiting.get(many)
    if (!queue) {
      waiting.set(many, (queue = []))
      setTimeout(() => void ask(many), 5)
    }
    queue.push({ id, resolve: resolve as Waiting['resolve'], reject })
  })
}

async function ask<R extends ReadRoute, T>(many: Many<R, T>): Promise<void> {
  const queue = waiting.get(many) ?? []
  waiting.delete(many)
  for (let start = 0; start < queue.length; start += mostAtOnce) {
    const some = queue.slice(start, start + mostAtOnce)
    try {
      const answer = await api(many.route, many.input([...new Set(some.map(({ id }) => id))]))
      const parts = new Map(many.parts(answer))
      for (const one of some) one.resolve(parts.get(one.id) ?? null)
    } catch (error) {
      for (const one of some) one.reject(error)
    }
  }
}
