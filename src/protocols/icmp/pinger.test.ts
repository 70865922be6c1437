import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  canBeApart,
  canBeNobody,
  fpingsOf,
  isAlive,
  nobody,
  startApart,
  type Program,
} from './apart.testing.ts'
import { createPinger, pingOnce, type Pinger, type PingerOptions, type PingResult } from './index.ts'

const open: Pinger[] = []
const programs: Program[] = []

afterEach(async () => {
  await Promise.all(open.splice(0).map((pinger) => pinger.close()))
  for (const { process: child } of programs.splice(0)) child.kill('SIGKILL')
})

function follow(options: Partial<PingerOptions> = {}) {
  const results: PingResult[] = []
  const faults: string[] = []
  const pinger = createPinger({
    intervalMs: 200,
    timeoutMs: 200,
    now: () => new Date(),
    onResult: (result) => results.push(result),
    onFault: ({ message }) => faults.push(message),
    ...options,
  })
  open.push(pinger)
  const of = (address: string) => results.filter((result) => result.address === address)
  const until = (isIt: () => boolean) =>
    vi.waitFor(() => expect(isIt()).toBe(true), { timeout: 15_000, interval: 10 })
  return { pinger, results, faults, of, until }
}

function run(script: string, before?: readonly string[]): Program {
  const program = startApart(script, before)
  programs.push(program)
  return program
}

describe('following', () => {
  test('every address is told of once an interval, with its time', async () => {
    const { pinger, results, of, until } = follow({ now: () => new Date('2030-01-01T00:00:00Z') })
    pinger.set(['127.12.0.1', '127.12.0.2', '0:0::1'])
    expect(pinger.way).toBe('fping')
    await until(() => of('0:0::1').length >= 5)
    expect(of('127.12.0.1').length).toBeGreaterThanOrEqual(5)
    expect(of('127.12.0.1').length).toBeLessThanOrEqual(7)
    for (const { rttMs, at } of results) {
      expect(rttMs).toBeGreaterThan(0)
      expect(at.getUTCFullYear() === 2030 || at.getTime() > Date.parse('2029-12-31T23:59:00Z')).toBe(true)
    }
  })

  test('one that joins leaves the process of many alone, and one that leaves is silenced at once', async () => {
    const { pinger, of, until } = follow()
    pinger.set(['127.12.0.1', '127.12.0.2', '127.12.0.3'])
    await until(() => of('127.12.0.3').length > 0)
    const [first] = fpingsOf(process.pid)
    pinger.add('127.12.0.4')
    await until(() => of('127.12.0.4').length > 0)
    expect(fpingsOf(process.pid)).toContain(first)
    pinger.remove('127.12.0.2')
    const told = of('127.12.0.2').length
    await vi.waitFor(() => expect(fpingsOf(process.pid)).not.toContain(first), { timeout: 10_000 })
    const before = of('127.12.0.3').length
    await until(() => of('127.12.0.3').length >= before + 2)
    expect(of('127.12.0.2')).toHaveLength(told)
  })

  test('one that leaves and comes back is told of again', async () => {
    const { pinger, of, until } = follow()
    pinger.set(['127.12.0.1', '127.12.0.2'])
    await until(() => of('127.12.0.1').length > 0)
    pinger.set(['127.12.0.2'])
    pinger.set(['127.12.0.1'])
    const told = of('127.12.0.1').length
    await until(() => of('127.12.0.1').length >= told + 8)
  })

  test('thousands that join one by one need few processes', async () => {
    const { pinger, results, until } = follow({ intervalMs: 1_000, timeoutMs: 1_000 })
    const heard = () => new Set(results.map(({ address }) => address)).size
    for (let index = 0; index < 1_500; index += 1) {
      pinger.add(`127.12.${1 + (index >> 8)}.${index & 255}`)
      // Let a gathering pass now and then.
      if (index % 300 === 299) await until(() => heard() > index)
    }
    expect(fpingsOf(process.pid).length).toBeLessThanOrEqual(6)
    expect(results.filter(({ rttMs }) => rttMs === null)).toEqual([])
  })

  test('what is no address is refused, and nothing is changed', async () => {
    const { pinger, of, until } = follow()
    pinger.set(['127.12.0.1'])
    expect(() => pinger.set(['127.12.0.2', 'localhost'])).toThrow(TypeError)
    await until(() => of('127.12.0.1').length > 0)
    expect(of('127.12.0.2')).toEqual([])
  })
})

describe('trouble', () => {
  test('an fping that is killed is told of and replaced', async () => {
    const { pinger, faults, of, until } = follow()
    pinger.set(['127.12.0.1'])
    await until(() => of('127.12.0.1').length > 0)
    for (const pid of fpingsOf(process.pid)) process.kill(pid, 'SIGKILL')
    await until(() => faults.length > 0)
    const told = of('127.12.0.1').length
    await until(() => of('127.12.0.1').length > told)
    expect(faults).toEqual(['fping: ended by SIGKILL'])
  })

  test('an fping that hangs is replaced, and nothing is called lost meanwhile', async () => {
    const { pinger, results, of, until } = follow()
    pinger.set(['127.12.0.1'])
    await until(() => of('127.12.0.1').length > 0)
    const [stuck = 0] = fpingsOf(process.pid)
    process.kill(stuck, 'SIGSTOP')
    await until(() => !isAlive(stuck))
    const told = of('127.12.0.1').length
    await until(() => of('127.12.0.1').length > told)
    expect(results.filter(({ rttMs }) => rttMs === null).length).toBeLessThanOrEqual(1)
  })

  test('a program that cannot start is tried again later and later', async () => {
    const means = { way: 'fping', missing: null, program: '/nowhere/fping', setpriv: null } as const
    const waits: number[] = []
    const { pinger, until } = follow({ means, onFault: ({ retryInMs }) => waits.push(retryInMs) })
    pinger.set(['127.12.0.1'])
    await until(() => waits.length === 3)
    expect(waits).toEqual([500, 1_000, 2_000])
  })
})

describe('the end', () => {
  test('close leaves no child, and nothing is told after it', async () => {
    const { pinger, results, until } = follow()
    pinger.set(['127.12.0.1', '127.12.0.2'])
    await until(() => results.length > 0)
    const pids = fpingsOf(process.pid)
    const closing = pinger.close()
    const told = results.length
    await closing
    expect(pids.filter(isAlive)).toEqual([])
    expect(results).toHaveLength(told)
  })

  const waysToRun: [string, readonly string[], boolean][] = [
    ['as this user', [], true],
    ['as a user without rights', nobody, canBeNobody],
  ]
  test.each(waysToRun.filter(([, , isPossible]) => isPossible))(
    'a parent killed -9 leaves no fping: %s',
    async (_, before) => {
      const program = run(
        `follow(200, 100).set(['127.12.0.1', '127.12.0.2'])\nasked.on('line', () => {})`,
        before,
      )
      await program.until(({ is }) => is === 'result')
      const pids = program.fpings()
      expect(pids).not.toEqual([])
      program.process.kill('SIGKILL')
      await vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), { timeout: 5_000 })
    },
  )
})

describe.skipIf(!canBeApart)('in a network with silent addresses', () => {
  test('a loss is told whether the answer does not come or nothing can be sent', async () => {
    const program = run(`follow(500, 400).set(['127.12.0.1', '127.12.0.8', '127.12.0.9', '10.99.0.1'])`)
    const counts = new Map<string, number>()
    const told = await program.until(({ address = '', rttMs }) => {
      if (rttMs === null) counts.set(address, (counts.get(address) ?? 0) + 1)
      return counts.size === 3 && Math.min(...counts.values()) >= 4
    })
    expect([...counts.keys()].toSorted()).toEqual(['10.99.0.1', '127.12.0.8', '127.12.0.9'])
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(3)
    for (const { address, rttMs } of told) {
      if (address === '127.12.0.1') expect(rttMs).toBeGreaterThan(0)
      else expect(rttMs).toBeNull()
    }
  })

  test('an answer that comes twice is one', async () => {
    const program = run(`follow(300, 300).set(['127.12.0.1', '127.12.0.7'])`)
    let rounds = 0
    const told = await program.until(({ address }) => address === '127.12.0.1' && ++rounds === 6)
    const doubled = told.filter(({ address }) => address === '127.12.0.7').length
    expect(doubled).toBeGreaterThanOrEqual(5)
    expect(doubled).toBeLessThanOrEqual(7)
  })

  test('pingOnce says null for what is silent', async () => {
    const program = run(`
      const rttMs = await Promise.all(['127.12.0.1', '127.12.0.8', '127.12.0.9', '127.12.0.8']
        .map((address) => pingOnce(address, { timeoutMs: 200 })))
      tell({ is: 'once', message: rttMs.map((rtt) => rtt === null ? 'lost' : rtt > 0 ? 'there' : 'odd').join() })
    `)
    const [told] = await program.until(({ is }) => is === 'once')
    expect(told?.message).toBe('there,lost,lost,lost')
  })
})

describe('pingOnce', () => {
  test('gives the round trip, also to many at once', async () => {
    const addresses = Array.from({ length: 300 }, (_, index) => `127.12.${20 + (index >> 8)}.${index & 255}`)
    const times = await Promise.all(addresses.map((address) => pingOnce(address, { timeoutMs: 1_000 })))
    expect(times.filter((rttMs) => rttMs !== null && rttMs > 0)).toHaveLength(300)
  })

  test('says what kept fping from its work', async () => {
    const means = { way: 'fping', missing: null, program: '/nowhere/fping', setpriv: null } as const
    await expect(pingOnce('127.12.0.1', { timeoutMs: 100, means })).rejects.toThrow('ENOENT')
  })
})
