import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createEngineState } from './engine-state.ts'

const id = Buffer.from('80001f880461', 'hex')
const at = (boots: number, time: number) => ({ id, boots, time })

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

function confirmed() {
  const engine = createEngineState()
  engine.discover(at(5, 1_000))
  expect(engine.accept(at(5, 1_000))).toBe(true)
  return engine
}

describe('the time of an engine', () => {
  test('runs on between messages', () => {
    const engine = confirmed()
    vi.advanceTimersByTime(61_500)
    expect(engine.view()).toEqual(at(5, 1_061))
  })

  test('a message 150 seconds old is of the present, an older one is not', () => {
    const engine = confirmed()
    vi.advanceTimersByTime(200_000)
    expect(engine.accept(at(5, 1_049))).toBe(false)
    expect(engine.accept(at(4, 9_999))).toBe(false)
    expect(engine.accept(at(5, 1_050))).toBe(true)
  })

  test('a message from ahead moves it forward, one from behind does not move it back', () => {
    const engine = confirmed()
    expect(engine.accept(at(5, 1_100))).toBe(true)
    expect(engine.accept(at(5, 1_090))).toBe(true)
    expect(engine.view()).toEqual(at(5, 1_100))
    expect(engine.accept(at(6, 3))).toBe(true)
    expect(engine.view()).toEqual(at(6, 3))
  })

  test('what was only said without a signature is no measure for what is signed', () => {
    const engine = createEngineState()
    engine.discover(at(2_000_000_000, 5))
    expect(engine.isConfirmed()).toBe(false)
    expect(engine.accept(at(5, 1_000))).toBe(true)
    expect(engine.view()).toEqual(at(5, 1_000))
  })

  test('a signed report moves it anywhere: boots may be lost', () => {
    const engine = confirmed()
    engine.follow(at(1, 20))
    expect(engine.view()).toEqual(at(1, 20))
  })

  test('the identity is a copy', () => {
    const packet = Buffer.from('80001f880461', 'hex')
    const engine = createEngineState()
    engine.discover({ id: packet, boots: 0, time: 0 })
    packet.fill(0)
    expect(engine.view().id).toEqual(id)
  })
})
