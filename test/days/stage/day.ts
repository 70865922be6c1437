import { monotonicMs } from '#kernel/clock'
import { handThat, type Hand, type TypedFact } from './hand.ts'

/** A whole day of users, lived through the product's public surfaces alone. */
export interface Day {
  name: string
  /** The longest it may take. */
  limitMs: number
  live(stage: Stage): Promise<void>
}

export interface Stage {
  /** Runs one step, prints it with its time, and ends the day where it fails. */
  step<T>(what: string, run: () => Promise<T>): Promise<T>
  /** The person's hand: every fact that is typed goes through it, and is counted. */
  hand: Hand
  /** Called in reverse order when the day is over, however it ends. */
  atEnd(clean: () => Promise<unknown>): void
  /** A figure of the day, printed at its end. */
  figure(name: string, value: string): void
}

/** Lives a day. @returns whether every step held. */
export async function liveDay(day: Day, print: (line: string) => void): Promise<boolean> {
  const began = monotonicMs()
  const cleaners: (() => Promise<unknown>)[] = []
  const typed: TypedFact[] = []
  const figures: [string, string][] = []
  let steps = 0
  const stage: Stage = {
    async step(what, run) {
      const start = monotonicMs()
      try {
        const result = await run()
        steps += 1
        print(`  ✓ ${what} (${seconds(monotonicMs() - start)})`)
        return result
      } catch (error) {
        print(`  ✗ ${what} (${seconds(monotonicMs() - start)})`)
        throw error
      }
    },
    hand: handThat((fact) => void typed.push(fact)),
    atEnd: (clean) => void cleaners.push(clean),
    figure: (name, value) => void figures.push([name, value]),
  }
  print(`A day: ${day.name}`)
  try {
    await withinLimit(day.live(stage), day.limitMs)
    tellTyped(typed, print)
    for (const [name, value] of figures) print(`  ${name}: ${value}`)
    print(`  ${steps} steps in ${seconds(monotonicMs() - began)}`)
    return true
  } catch (error) {
    print(`  ${(error as Error).stack ?? String(error)}`)
    return false
  } finally {
    for (const clean of cleaners.toReversed())
      await clean().catch((error: Error) => print(`  at the end: ${error.message}`))
  }
}

function tellTyped(typed: readonly TypedFact[], print: (line: string) => void): void {
  const derivable = typed.filter((fact) => fact.is === 'derivable')
  print(`  ${typed.length} facts typed, ${derivable.length} of them derivable`)
  for (const { fact, is, why } of typed) print(`    ${is === 'given' ? '·' : '!'} ${fact}: ${is}, ${why}`)
}

async function withinLimit(work: Promise<void>, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the day took longer than ${seconds(limitMs)}`)), limitMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
