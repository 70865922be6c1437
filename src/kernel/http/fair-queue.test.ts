import { expect, test } from 'vitest'
import { fairQueue } from './fair-queue.ts'

const limits = { atOnce: 1, mostOfLane: 3, mostOfAll: 4, patienceMs: 60_000 }

/** Work that ends when it is told to, and what has begun or was refused so far. */
function works(queue = fairQueue(limits)) {
  const begun: string[] = []
  const refused: string[] = []
  const ends: (() => void)[] = []
  const ask = (lane: string, name: string) => {
    const work = () => {
      begun.push(name)
      const { promise, resolve } = Promise.withResolvers<void>()
      ends.push(resolve)
      return promise
    }
    return queue
      .run(lane, work)
      .catch((error: { code: string }) => void refused.push(`${name} ${error.code}`))
  }
  const endOne = async () => {
    ends.shift()!()
    await new Promise(setImmediate)
  }
  return { begun, refused, ask, endOne }
}

test('who asks much waits behind himself: another’s turn comes next', async () => {
  const { begun, refused, ask, endOne } = works()
  const all = [ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3'), ask('b', 'b1'), ask('a', 'a4')]
  await new Promise(setImmediate)
  for (let end = 0; end < 5; end += 1) await endOne()
  await Promise.all(all)
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3', 'a4'])
  expect(refused).toEqual([])
})

test('a lane that is full is refused at once, and a full queue has room for who has less in it', async () => {
  const { begun, refused, ask, endOne } = works()
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) void ask('a', name)
  for (const name of ['b1', 'b2', 'b3']) void ask('b', name)
  void ask('c', 'c1')
  await new Promise(setImmediate)
  expect(refused.map((one) => one.slice(0, 2)).toSorted()).toEqual(['a3', 'a4', 'a5', 'b3'])
  for (let end = 0; end < 5; end += 1) await endOne()
  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'b2'])
})

test('nobody waits longer than he may, and what fails gives its turn on', async () => {
  const queue = fairQueue({ ...limits, patienceMs: 20 })
  const { refused, ask, endOne } = works(queue)
  void ask('a', 'a1')
  await ask('a', 'a2')
  expect(refused).toEqual(['a2 too-many-requests'])
  await endOne()
  const fails = queue.run('a', () => Promise.reject(new Error('no')))
  await expect(fails).rejects.toThrow('no')
  await expect(queue.run('a', async () => 'next')).resolves.toBe('next')
})
