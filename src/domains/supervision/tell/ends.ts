import { asSystem, type Tx } from '#kernel/database'
import type { House } from '#kernel/domain'
import type { AlertNews } from '../states/commit.ts'
import type { SupervisionTables } from '../tables.ts'
import { createTeller } from './tell.ts'

let held: ReturnType<typeof createTeller> | undefined

/** Called when the house starts. */
export function holdTeller(house: House): void {
  held = createTeller(house)
}

/**
 * Tells, in the transaction of a command or a listener, of alerts that are over because nobody watches any more: who is
 * told, and where mails wait, is not what the person who stopped it may see.
 */
export async function tellEnds(tx: Tx<SupervisionTables>, news: readonly AlertNews[]): Promise<void> {
  if (news.length === 0) return
  if (!held) throw new Error('the house has not started')
  const tell = held
  await asSystem(tx, () => tell(tx, news))
}
