import type { Operations as ServerOperations } from '../operations.ts'

/** What the shell itself asks for, until a domain declares the same route. */
export interface LocalOperations {
  'GET /search': {
    input: { q: string; limit?: number }
    output: { items: { type: string; id: string; name: string; detail: string; href: string }[] }
  }
}

/** What each route takes and answers. */
export type Operations = ServerOperations & Omit<LocalOperations, keyof ServerOperations>

export type Route = keyof Operations & string
export type Input<R extends Route> = Operations[R]['input']
export type Output<R extends Route> = Operations[R]['output']

/** Routes that answer one page of a list at a time. */
export type ListRoute = {
  [R in Route]: Output<R> extends { items: unknown[]; nextCursor: string | null; total: number } ? R : never
}[Route]
/** One row of a list. */
export type Item<R extends ListRoute> = Output<R> extends { items: (infer I)[] } ? I : never
/** Routes that only read, and those that write. */
export type ReadRoute = Extract<Route, `GET ${string}`>
export type WriteRoute = Exclude<Route, ReadRoute>
