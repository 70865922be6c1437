import { SnmpError } from './error.ts'

/** Lets a few run at a time; the others wait for their turn, first come first served. */
export interface Queue {
  /** @throws SnmpError aborted, where the signal ends the wait */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Running and waiting. */
  readonly length: number
}

export function createQueue(most: number): Queue {
  let running = 0
  const waiting = new Set<() => void>()

  /** The place is handed on, not given back: nobody slips in between. */
  function leave(): void {
    const [next] = waiting
    if (!next) {
      running -= 1
      return
    }
    waiting.delete(next)
    next()
  }

  function turn(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = () => {
        waiting.delete(enter)
        reject(new SnmpError('aborted', 'given up while waiting for the device'))
      }
      const enter = () => {
        signal?.removeEventListener('abort', giveUp)
        resolve()
      }
      waiting.add(enter)
      signal?.addEventListener('abort', giveUp, { once: true })
    })
  }

  return {
    get length() {
      return running + waiting.size
    },
    async run(task, signal) {
      if (signal?.aborted) throw new SnmpError('aborted', 'given up')
      if (running < most) running += 1
      else await turn(signal)
      try {
        return await task()
      } finally {
        leave()
      }
    },
  }
}
