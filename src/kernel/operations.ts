export { operationsOf } from './operations/constructors.ts'
export { bulkOf } from './operations/bulk.ts'
export { exportOf, type ExportBesides } from './operations/export.ts'
export { rowOfMany } from './operations/gathered.ts'
export { anyOf, listInput, listOutput, listPage } from './operations/list.ts'
export { recorded, recordedAll, type Writer } from './operations/record.ts'
export { soughtIn } from './operations/sought.ts'
export { systemWrite } from './operations/system-write.ts'
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
