import type { Locator, Page } from 'playwright-core'

/** A fact that a person gave during the day. Derivable: another screen or the network could have told it. */
export interface TypedFact {
  fact: string
  is: 'given' | 'derivable'
  why: string
}

/** The person's hand: the only one that can put a fact into a page of the day, and it counts what it puts there. */
export interface Hand {
  /** Types a fact into a field. */
  types(field: Locator, text: string, fact: Said): Promise<void>
  /** Gives a fact by choosing it in a list. */
  chooses(field: Locator, option: string, fact: Said): Promise<void>
}

interface Said {
  fact: string
  /** Why nobody else could know it. */
  given: string
}

type Writes = Record<string, (...words: unknown[]) => unknown>

/** Every way of Playwright by which text comes into a page ends in one of these. */
const ways = { frame: ['fill', 'type', 'selectOption'], keyboard: ['type', 'insertText'] } as const

/** Set while the hand writes; there is one hand, and it writes one thing at a time. */
let isWriting = false

/**
 * Makes every way of typing fail that is not the hand's: a fact that is typed and not counted would make the count a
 * claim. It holds for all pages of this process.
 */
export function bindHands(page: Page): void {
  bind(Object.getPrototypeOf(page.mainFrame()) as Writes, ways.frame)
  bind(Object.getPrototypeOf(page.keyboard) as Writes, ways.keyboard)
}

const bound = new WeakSet<Writes>()

function bind(target: Writes, names: readonly string[]): void {
  if (bound.has(target)) return
  bound.add(target)
  for (const name of names) {
    const free = target[name]
    if (!free) throw new Error(`Playwright has no ${name} any more: see how text comes into a page now`)
    target[name] = async function (this: unknown, ...words) {
      if (!isWriting) throw new Error(`a fact was typed that nobody counted (${name}): let the hand type it`)
      return free.apply(this, words)
    }
  }
}

/**
 * @param note Called with each fact. What was given before and is given again is derivable, whatever the day says of it:
 *   the product knew it.
 */
export function handThat(note: (fact: TypedFact) => void): Hand {
  const before = new Map<string, string>()
  const count = (text: string, { fact, given }: Said) => {
    const first = before.get(text)
    before.set(text, first ?? fact)
    note(
      first === undefined
        ? { fact, is: 'given', why: given }
        : { fact, is: 'derivable', why: `typed before as ${first}` },
    )
  }
  return {
    async types(field, text, said) {
      isWriting = true
      try {
        // What stood there goes at once; the rest comes key by key, as it does from a person.
        await field.fill('')
        await field.pressSequentially(text)
      } finally {
        isWriting = false
      }
      count(text, said)
    },
    async chooses(field, option, said) {
      await field.click()
      await field.page().getByRole('option', { name: option, exact: true }).click()
      count(option, said)
    },
  }
}
