import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'

const everyMs = 100
/** A machine that is busier than this measures nothing any more, and is not forgiven more either. */
const most = 5

/**
 * How many programs want each processor while it runs: 1 on a machine that has time for us, and what a promise in
 * seconds is to be multiplied by on one that others use too.
 */
export function noiseMeter(): { stop(): number } {
  const counts: number[] = []
  const timer = setInterval(() => {
    const [, , , tasks = '1'] = readFileSync('/proc/loadavg', 'utf8').split(' ')
    counts.push(Number(tasks.split('/')[0]))
  }, everyMs)
  return {
    stop() {
      clearInterval(timer)
      const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)
      return Math.min(most, Math.max(1, mean / availableParallelism()))
    },
  }
}
