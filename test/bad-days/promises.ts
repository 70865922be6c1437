import { expect } from 'vitest'
import type { Client } from '#test/client'
import { siteNames, type Writers } from './writers.ts'

/** Every write that was answered 2xx is there, and none is there twice. */
export async function expectPromisesKept(admin: Client, writers: Writers): Promise<void> {
  const names = await siteNames(admin)
  const present = new Set(names)
  expect(names.length, 'a write is there twice').toBe(present.size)
  expect([...writers.acknowledged].filter((name) => !present.has(name))).toEqual([])
  expect(names.filter((name) => !writers.tried.has(name))).toEqual([])
}
