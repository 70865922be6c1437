import { createHash } from 'node:crypto'
import { monotonicMs, nowMs, onClockMoved } from '#kernel/clock'
import { createHeap } from './heap.ts'

/** Something that is done once every period, at its own moment within it. */
export interface Task {
  key: string
  periodMs: number
  /** `slot` is the time it was due on its grid: how many periods since the epoch; undefined for a turn besides. */
  run(slot: number | undefined): Promise<void>
}

export interface Wheel {
  add(task: Task): Turn
  health(): WheelHealth
  stop(): void
}

export interface WheelHealth {
  tasks: number
  running: number
  /** Turns that were due while the one before still ran: left out. */
  skipped: number
  /** How late a turn began at worst within the last half minute or so, whoever asks and how often. */
  latestMs: number
}

export interface Turn {
  /** Runs it once more after so long, besides its own time; not where it runs then. */
  soon(afterMs: number): void
  remove(): void
}

interface Entry {
  task: Task
  phaseMs: number
  isRunning: boolean
  isRemoved: boolean
}

interface Due {
  entry: Entry
  dueMs: number
  slot: number | undefined
}

/** However far the next turn is, the clock is looked at so often: it may have been set. */
const longestSleepMs = 5_000
/** Our reckoning and the clock differ by more: the clock was set, or the machine slept. */
const jumpMs = 2_000

/**
 * Runs tasks on a grid: the time of a turn is reckoned from the epoch, never from the turn before, so nothing drifts.
 * Tasks spread over their period by their key. A task never overlaps itself, and delays no other.
 */
export function createWheel(onFault: (error: unknown) => void): Wheel {
  const heap = createHeap<Due>((due) => due.dueMs)
  const entries = new Set<Entry>()
  const health = { running: 0, skipped: 0 }
  const lateness = createLateness()
  let anchor = { wallMs: nowMs(), steadyMs: monotonicMs() }
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const unfollow = onClockMoved(tick)

  /** The wall clock as it would be had nobody set it. */
  const reckonedMs = () => anchor.wallMs + monotonicMs() - anchor.steadyMs

  /** After a jump every task waits for its next moment by the new time: nothing is caught up, nothing waits for hours. */
  function followClock(): void {
    if (Math.abs(nowMs() - reckonedMs()) < jumpMs) return
    anchor = { wallMs: nowMs(), steadyMs: monotonicMs() }
    heap.clear()
    for (const entry of entries) heap.push(nextDue(entry, reckonedMs()))
  }

  function tick(): void {
    if (stopped) return
    followClock()
    const atMs = reckonedMs()
    for (let due = heap.peek(); due && due.dueMs <= atMs; due = heap.peek()) {
      heap.pop()
      if (!due.entry.isRemoved) begin(due, atMs)
    }
    arm()
  }

  function arm(): void {
    clearTimeout(timer)
    const next = heap.peek()
    if (!next || stopped) return
    timer = setTimeout(tick, Math.min(longestSleepMs, Math.max(0, Math.ceil(next.dueMs - reckonedMs()))))
  }

  function begin({ entry, dueMs, slot }: Due, atMs: number): void {
    if (slot !== undefined) heap.push(nextDue(entry, atMs))
    if (entry.isRunning) {
      if (slot !== undefined) health.skipped += 1
      return
    }
    lateness.saw(atMs - dueMs)
    health.running += 1
    entry.isRunning = true
    void entry.task
      .run(slot)
      .catch(onFault)
      .finally(() => {
        health.running -= 1
        entry.isRunning = false
      })
  }

  return {
    add(task) {
      const entry = { task, phaseMs: phaseOf(task.key, task.periodMs), isRunning: false, isRemoved: false }
      entries.add(entry)
      heap.push(nextDue(entry, reckonedMs()))
      arm()
      return {
        soon(afterMs) {
          heap.push({ entry, dueMs: reckonedMs() + afterMs, slot: undefined })
          arm()
        },
        remove() {
          entry.isRemoved = true
          entries.delete(entry)
        },
      }
    },
    health() {
      return { ...health, tasks: entries.size, latestMs: lateness.worstMs() }
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      unfollow()
    },
  }
}

/** The worst of the window that runs and of the one before it. */
function createLateness() {
  let beganMs = monotonicMs()
  let worst = 0
  let before = 0
  function turn(): void {
    const passed = (monotonicMs() - beganMs) / latenessWindowMs
    if (passed < 1) return
    before = passed < 2 ? worst : 0
    worst = 0
    beganMs = monotonicMs()
  }
  return {
    saw(ms: number) {
      turn()
      worst = Math.max(worst, ms)
    },
    worstMs() {
      turn()
      return Math.max(worst, before)
    },
  }
}
const latenessWindowMs = 15_000

/** The first moment of the task's own after a time. */
function nextDue(entry: Entry, afterMs: number): Due {
  const { periodMs } = entry.task
  const slot = Math.floor((afterMs - entry.phaseMs) / periodMs) + 1
  return { entry, slot, dueMs: slot * periodMs + entry.phaseMs }
}

/** Where in its period a task runs: always the same for one key, and evenly spread over many. */
export function phaseOf(key: string, periodMs: number): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) % periodMs
}
