import type { SeriesStore } from '../store.ts'
import { appendBlock } from './append.ts'
import { readExactly, readGraph } from './read.ts'

/** Series in PostgreSQL: blocks of seconds, folded, compacted into chunks by series and day, rolled up. */
export const builtinStore: SeriesStore = {
  append: appendBlock,
  read: readGraph,
  readExact: readExactly,
}
