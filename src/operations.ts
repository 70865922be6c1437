import type { z } from 'zod'
import type { houseOperations } from '#kernel/house-operations'
import type { Operation } from '#kernel/operations'
import type { domains } from './app.ts'

type Every = (typeof domains)[number]['operations'][number] | ReturnType<typeof houseOperations>[number]
type Input<O> = O extends Operation<infer _R, infer I, infer _O> ? z.input<I> : never
type Output<O> = O extends Operation<infer _R, infer _I, infer Out> ? z.output<Out> : never

/**
 * What each route takes and answers: the type of the browser's client, which imports nothing else of the server's, and
 * this only as a type.
 */
export type Operations = {
  [O in Every as O['route']]: { input: Input<O>; output: Output<O> }
}
