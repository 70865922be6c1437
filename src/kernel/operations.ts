export { operationsOf } from './operations/constructors.ts'
export { bulkOf } from './operations/bulk.ts'
export { anyOf, listInput, listOutput, listPage } from './operations/list.ts'
export type {
  Call,
  CommandDefinition,
  Context,
  Ground,
  JournalEntry,
  JournalLine,
  Operation,
  Outcome,
  Requirement,
  Route,
  WriteContext,
} from './operations/types.ts'
