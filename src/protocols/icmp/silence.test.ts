import { expect, test } from 'vitest'
import { createSilence } from './silence.ts'

const rhythm = { intervalMs: 1_000, timeoutMs: 500 }

function listen(addresses: string[]) {
  let nowMs = 0
  const silence = createSilence(addresses, rhythm, 100, () => nowMs)
  const lost: [number, string][] = []
  return {
    silence,
    lost,
    /** Looks every half second, as fast as it is told to. */
    pass(ms: number): void {
      for (const end = nowMs + ms; nowMs < end;) {
        nowMs += 500
        for (const address of silence.overdue()) lost.push([nowMs, address])
      }
    },
    stall: (ms: number) => void (nowMs += ms),
  }
}

test('one loss is told for each ping of which nothing is heard', () => {
  const { lost, pass } = listen(['192.0.2.1', '192.0.2.2'])
  pass(4_500)
  expect(lost.filter(([, address]) => address === '192.0.2.1')).toEqual([
    [1_500, '192.0.2.1'],
    [2_500, '192.0.2.1'],
    [3_500, '192.0.2.1'],
    [4_500, '192.0.2.1'],
  ])
  expect(lost.filter(([, address]) => address === '192.0.2.2')).toHaveLength(4)
})

test('nothing is told of an address that is heard of', () => {
  const { silence, lost, pass } = listen(['192.0.2.1'])
  for (let round = 0; round < 5; round += 1) {
    pass(1_000)
    silence.heard('192.0.2.1')
  }
  expect(lost).toEqual([])
})

test('what came while we were held up ourselves is read before anything is called lost', () => {
  const { silence, lost, pass, stall } = listen(['192.0.2.1'])
  silence.heard('192.0.2.1')
  pass(500)
  stall(20_000)
  pass(500)
  silence.heard('192.0.2.1')
  pass(1_500)
  expect(lost).toEqual([])
})
