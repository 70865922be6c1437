export { asSystem } from './database/as-system.ts'
export { openPool, typed, type AnyTx, type DatabaseAddress, type Tx } from './database/connect.ts'
export { createDatabase, type Database } from './database/transaction.ts'
export { isVigieDatabase, migrate, MigrationMismatch, type MigrationSet } from './database/migrate.ts'
