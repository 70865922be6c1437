import { describe, expect, test } from 'vitest'
import { canBeApart, fpingsOf, startApart } from './apart.testing.ts'
import { sweep, type Answer, type SweepOptions } from './index.ts'

const calm = { packetsPerSecond: 500, timeoutMs: 500 }

function block(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `127.12.${10 + (index >> 8)}.${index & 255}`)
}

async function collect(addresses: Iterable<string>, options: SweepOptions = calm): Promise<Answer[]> {
  const answers: Answer[] = []
  for await (const answer of sweep(addresses, options)) answers.push(answer)
  return answers
}

test('yields every address that answers, with the time it took', async () => {
  const answers = await collect(block(100))
  expect(answers.map(({ address }) => address).sort()).toEqual(block(100).sort())
  for (const { rttMs } of answers) expect(rttMs).toBeGreaterThan(0)
})

test('yields IPv6 as it was written', async () => {
  const answers = await collect(['0:0::1'])
  expect(answers.map(({ address }) => address)).toEqual(['0:0::1'])
})

test('takes as many batches as it needs, and counts all', async () => {
  const counts: number[] = []
  const options = { packetsPerSecond: 4_000, timeoutMs: 500, onAsked: (count: number) => counts.push(count) }
  expect(await collect(block(4_200), options)).toHaveLength(4_200)
  expect(counts.at(-1)).toBe(4_200)
  expect(counts).toEqual(counts.toSorted((a, b) => a - b))
})

test('yields nothing where there is nothing to ask with', async () => {
  const means = { way: 'none', missing: 'fping-not-installed', program: '', setpriv: null } as const
  expect(await collect(block(3), { ...calm, means })).toEqual([])
})

test('does not take a name for an address', async () => {
  await expect(collect(['localhost'])).rejects.toThrow(new TypeError('not an IP address: localhost'))
})

test('says what kept fping from its work', async () => {
  const means = { way: 'fping', missing: null, program: '/nowhere/fping', setpriv: null } as const
  await expect(collect(block(3), { ...calm, means })).rejects.toThrow('ENOENT')
})

test('ends its children when it is aborted', async () => {
  const controller = new AbortController()
  let answers = 0
  async function read(): Promise<void> {
    for await (const _ of sweep(block(2_000), { ...calm, signal: controller.signal })) {
      answers += 1
      if (answers === 20) controller.abort(new Error('no longer wanted'))
    }
  }
  await expect(read()).rejects.toThrow('no longer wanted')
  expect(answers).toBeLessThan(2_000)
  expect(fpingsOf(process.pid)).toEqual([])
})

test('ends its children when the reader leaves', async () => {
  for await (const _ of sweep(block(2_000), calm)) break
  expect(fpingsOf(process.pid)).toEqual([])
})

describe.skipIf(!canBeApart)('in a network with silent addresses', () => {
  test('those are asked twice, left out and counted', { timeout: 20_000 }, async () => {
    const program = startApart(`
      const addresses = ['127.12.0.8', '127.12.0.9', '10.99.0.1', '127.12.0.1', '127.12.0.7']
      let count = 0
      for await (const answer of sweep(addresses, { packetsPerSecond: 100, timeoutMs: 300, onAsked: (n) => (count = n) }))
        tell({ is: 'answer', ...answer })
      tell({ is: 'over', count })
    `)
    const told = await program.until(({ is }) => is === 'over')
    expect(told.map(({ address, count }) => address ?? count).toSorted()).toEqual([
      '127.12.0.1',
      '127.12.0.7',
      5,
    ])
  })

  test('no more packets leave than allowed, second tries included', { timeout: 30_000 }, async () => {
    const program = startApart(`
      import { execFileSync } from 'node:child_process'
      const addresses = ['127.12.0.8']
      for (let i = 0; i < 200; i++) addresses.push(i % 2 ? '127.12.1.' + i : '10.99.0.' + i)
      execFileSync('ip', ['route', 'add', '10.99.0.0/24', 'dev', 'lo'])
      const options = { packetsPerSecond: 100, timeoutMs: 200 }
      for await (const answer of sweep(addresses, options)) continue
      for await (const answer of sweep(['127.12.0.1'], { ...options, packetsPerSecond: 90 })) continue
      const listed = execFileSync('nft', ['-j', 'list', 'counter', 'ip', 'apart', 'hasty'], { encoding: 'utf8' })
      tell({ is: 'hasty', count: JSON.parse(listed).nftables[1].counter.packets })
    `)
    const [told] = await program.until(({ is }) => is === 'hasty')
    expect(told?.count).toBe(0)
  })

  test(
    'two that share what may leave send no more together, whoever has which part',
    { timeout: 30_000 },
    async () => {
      const program = startApart(`
      import { execFileSync } from 'node:child_process'
      const block = (third) => Array.from({ length: 200 }, (_, i) => '127.12.' + third + '.' + i)
      let paces = [30, 60]
      const sweeping = async (index) => {
        const options = { packetsPerSecond: async () => paces[index], timeoutMs: 200 }
        for await (const answer of sweep(block(index + 1), options)) continue
      }
      await Promise.all([sweeping(0), sweeping(1)])
      const listed = execFileSync('nft', ['-j', 'list', 'counter', 'ip', 'apart', 'hasty'], { encoding: 'utf8' })
      tell({ is: 'hasty', count: JSON.parse(listed).nftables[1].counter.packets })
    `)
      const [told] = await program.until(({ is }) => is === 'hasty')
      expect(told?.count).toBe(0)
    },
  )
})
