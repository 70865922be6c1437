import type { FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import type { Actor } from '../access.ts'
import { knownFirst } from './callers.ts'
import { fairQueue } from './fair-queue.ts'

const from = (authorization: string) =>
  ({ headers: authorization ? { authorization } : {}, ip: '192.0.2.1' }) as unknown as FastifyRequest
const person = { kind: 'person', id: 'camille' } as Actor
const anonymous: Actor = { kind: 'anonymous' }

test('who has opened something before does not wait behind who invents', async () => {
  const queue = fairQueue({ atOnce: 1, mostOfLane: 100, mostOfAll: 100, patienceMs: 60_000 })
  let hold = Promise.resolve()
  const valid = new Set(['Bearer hers', 'Bearer his'])
  const ask = knownFirst(async ({ headers }) => {
    if (!headers.authorization) return anonymous
    if (valid.has(headers.authorization)) return person
    await hold
    return anonymous
  }, queue)
  expect(await ask(from('Bearer hers'))).toBe(person)

  const { promise, resolve } = Promise.withResolvers<void>()
  hold = promise
  const invented = Array.from({ length: 20 }, (_none, at) => ask(from(`Bearer ${at}`)))
  expect(await ask(from('Bearer hers'))).toBe(person)
  expect(await ask(from(''))).toBe(anonymous)
  let hasCome = false
  const first = ask(from('Bearer his')).then((actor) => {
    hasCome = true
    return actor
  })
  await new Promise(setImmediate)
  expect(hasCome).toBe(false)
  resolve()
  expect(await first).toBe(person)
  expect(await Promise.all(invented)).toEqual(Array.from({ length: 20 }, () => anonymous))

  // One that was taken back is asked like any other, and waits again.
  valid.delete('Bearer hers')
  expect(await ask(from('Bearer hers'))).toBe(anonymous)
})
